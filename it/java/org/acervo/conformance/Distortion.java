package org.acervo.conformance;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One way to be wrong, and the rule that has to notice it.
 *
 * @param query what becomes of the arguments, so that the repository behind answers another question
 * @param body what becomes of the answer to the arguments that were sent
 */
record Distortion(
        String rule,
        UnaryOperator<String> query,
        BinaryOperator<String> body,
        BiFunction<String, Integer, Integer> status,
        Optional<String> type) {

    /** Nothing wrong. */
    static Distortion none(String rule) {
        return new Distortion(rule, query -> query, (query, body) -> body, (query, status) -> status, Optional.empty());
    }

    private static Distortion asked(String rule, String regex, String replacement) {
        Distortion none = none(rule);
        return new Distortion(
                rule, query -> query.replaceAll(regex, replacement), none.body(), none.status(), none.type());
    }

    private static Distortion answered(String rule, String regex, String replacement) {
        Distortion none = none(rule);
        return new Distortion(
                rule, none.query(), (query, body) -> body.replaceAll(regex, replacement), none.status(), none.type());
    }

    private static Distortion answeredTo(String verb, String rule, String regex, String replacement) {
        Distortion none = none(rule);
        return new Distortion(
                rule,
                none.query(),
                (query, body) -> query.contains("verb=" + verb) ? body.replaceAll(regex, replacement) : body,
                none.status(),
                none.type());
    }

    private static Distortion status(String rule, String regex, int status) {
        Distortion none = none(rule);
        return new Distortion(
                rule,
                none.query(),
                none.body(),
                (query, before) -> query.matches("(?s).*(" + regex + ").*") ? Integer.valueOf(status) : before,
                none.type());
    }

    private static Distortion type(String rule, String type) {
        Distortion none = none(rule);
        return new Distortion(rule, none.query(), none.body(), none.status(), Optional.of(type));
    }

    /** Mistakes that repositories were seen to make. */
    static List<Distortion> all() {
        return Stream.of(ofTheEnvelope(), ofErrors(), ofDatesAndLists(), ofSetsAndRecords())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Distortion> ofTheEnvelope() {
        return List.of(
                type("everyAnswerIsTextXmlInUtf8WithStatus200", "application/xml"),
                status("everyAnswerIsTextXmlInUtf8WithStatus200", "verb=Nonsense", 400),
                answered("theRootIsOaiPmhWithoutPrefix", "(</?)OAI-PMH", "$1o:OAI-PMH xmlns:o=\"" + Xml.OAI + "\""),
                answered("theRootSaysWhereItsSchemaIs", "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd", "https://x"),
                answered("theResponseDateIsUtcInSecondsWithoutFraction", "Z</responseDate>", ".5Z</responseDate>"),
                answeredTo("Identify", "theRequestIsTheBaseUrlThatIdentifySays", "</baseURL>", "/</baseURL>"),
                answeredTo("Identify", "theBaseUrlIsTheOneThatWasAsked", "</baseURL>", "/</baseURL>"),
                answered("theRequestHoldsTheArguments", " metadataPrefix=\"oai_dc\"", ""),
                answered("theRequestHoldsNothingOnBadVerbAndBadArgument", "<request>", "<request verb=\"Identify\">"));
    }

    private static List<Distortion> ofErrors() {
        return List.of(
                asked("badVerbForARepeatedVerb", "^(verb=[^&]*)&verb=.*", "$1"),
                asked("badVerbForAVerbThatThereIsNot", "verb=identify", "verb=Identify"),
                asked("badArgumentForAnArgumentThatThereIsNot", "&nonsense=1", ""),
                asked("badArgumentForAnEmptyArgument", "&(from|until|set)=(?=&|$)", ""),
                asked("badArgumentForARepeatedArgument", "&([a-zA-Z]+=[^&]*)(.*)&\\1(?=&|$)", "&$1$2"),
                asked("badArgumentForADateThatIsNone", "2021-02-30", "2021-02-28"),
                asked("badArgumentForFromLaterThanUntil", "&until=[^&]*", ""),
                asked("badArgumentForTwoGranularities", "T00:00:00Z", ""),
                asked("badArgumentForATokenWithAnythingElse", "&(from|until|set|metadataPrefix)=[^&]*(?=.*&resum)", ""),
                asked(
                        "badResumptionTokenForATokenThatWasNotGiven",
                        "resumptionToken=nonsense",
                        "metadataPrefix=oai_dc"),
                asked("cannotDisseminateFormatForAPrefixThatThereIsNot", "OAI_DC", "oai_dc"),
                answered("idDoesNotExistForAnIdentifierThatThereIsNot", "idDoesNotExist", "noRecordsMatch"),
                asked("noRecordsMatchForATimeWithoutRecords", "&(from|until)=[^&]*", ""),
                asked("noRecordsMatchForASetThatThereIsNot", "&set=[^&]*", ""));
    }

    private static List<Distortion> ofDatesAndLists() {
        return List.of(
                asked("fromAndUntilAreInclusive", "&until=[^&]*", ""),
                asked("fromAndUntilMayBeDays", "until=(\\d{4}-\\d\\d-\\d\\d)$", "until=$1T00%3A00%3A00Z"),
                asked("aDayInUntilIsTheWholeDay", "until=(\\d{4}-\\d\\d-\\d\\d)$", "until=$1T00%3A00%3A00Z"),
                asked("aSecondIsNotADay", "T00%3A00%3A00Z", ""),
                asked("theSecondAfterIsOutside", "&(from|until)=[^&]*", ""),
                answeredTo("Identify", "noDatestampIsBeforeTheEarliest", "(<earliestDatestamp>)\\d{4}", "$12999"),
                answered("noDatestampIsAfterTheResponse", "(<responseDate>)\\d{4}", "$12001"),
                answered("theCursorCountsTheRecordsBefore", "cursor=\"7\"", "cursor=\"1\""),
                answered("theSizeOfTheCompleteListIsTrue", "completeListSize=\"", "completeListSize=\"1"),
                answered("onlyTheLastPageHasAnEmptyToken", "<resumptionToken[^>]*(/>|></resumptionToken>)", ""),
                answeredTo("ListIdentifiers", "nothingIsListedTwice", "(?s)(<header>.*?</header>)", "$1$1"),
                answeredTo(
                        "ListIdentifiers",
                        "identifiersAndRecordsAreTheSameList",
                        "<header>.*?</header>(?=<header)",
                        ""),
                status("aTokenWorksByGetAndByPost", "resumptionToken=", 500),
                asked("aTokenKeepsTheSelection", "&set=[^&]*", ""));
    }

    private static List<Distortion> ofSetsAndRecords() {
        return List.of(
                answeredTo(
                        "ListSets", "everyAncestorOfASetIsListed", "(?s)<set><setSpec>mission</setSpec>.*?</set>", ""),
                answeredTo(
                        "ListSets", "everySetIsListedOnce", "<setSpec>theme</setSpec>", "<setSpec>mission</setSpec>"),
                answeredTo("ListI", "headersNameSetsThatAreListed", "<setSpec>mission:", "<setSpec>missions:"),
                asked("everySetCanBeHarvestedAndHoldsTheRecordsWhoseHeadersNameIt", "set=theme(?=&|$)", "set=mission"),
                answeredTo("GetRecord", "getRecordGivesWhatTheListGave", "</dc:title>", " </dc:title>"),
                answered("aRecordHasMetadataUnlessItIsDeleted", " status=\"deleted\"", ""),
                answered(
                        "metadataAndAboutHoldOneRootWithItsOwnSchemaLocation",
                        "(<oai_dc:dc[^>]*) xmlns:xsi=\"[^\"]*\"",
                        "$1"),
                answered("languagesAreLanguageTags", "xml:lang=\"en\"", "xml:lang=\"english-language-x\""),
                answered("identifiersAreThoseOfTheSchemeThatIdentifySays", "<identifier>oai:", "<identifier>oia:"),
                answered("dublinCoreIsOffered", "<metadataPrefix>oai_dc<", "<metadataPrefix>dc<"),
                answeredTo(
                        "ListM",
                        "everyFormatCanBeHarvestedInItsOwnNamespace",
                        "</metadataNamespace>",
                        "#</metadataNamespace>"),
                status("everyArgumentOfEveryVerbStandsEveryValueByGet", "%00", 500));
    }
}
