package org.acervo.oai.http;

import java.util.Map;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Repository;
import org.acervo.oai.Argument;
import org.acervo.oai.OaiAnswer;
import org.acervo.oai.ProtocolError;
import org.acervo.oai.SetDescription;
import org.acervo.oai.http.xml.DeletedRecord;
import org.acervo.oai.http.xml.ErrorCode;
import org.acervo.oai.http.xml.GetRecord;
import org.acervo.oai.http.xml.Granularity;
import org.acervo.oai.http.xml.Identify;
import org.acervo.oai.http.xml.ListIdentifiers;
import org.acervo.oai.http.xml.ListMetadataFormats;
import org.acervo.oai.http.xml.ListRecords;
import org.acervo.oai.http.xml.ListSets;
import org.acervo.oai.http.xml.MetadataFormat;
import org.acervo.oai.http.xml.OaiPmh;
import org.acervo.oai.http.xml.OaiSet;
import org.acervo.oai.http.xml.ProtocolVersion;
import org.acervo.oai.http.xml.Request;
import org.acervo.oai.http.xml.RequestVerb;
import org.acervo.oai.http.xml.ResumptionToken;
import org.jspecify.annotations.Nullable;

/** Makes the bound object of an answer, without records and descriptions, which are put into the text. */
final class EnvelopeBinding {

    private final Repository repository;

    EnvelopeBinding(Repository repository) {
        this.repository = repository;
    }

    OaiPmh bind(OaiAnswer answer) {
        OaiPmh root = new OaiPmh();
        root.setResponseDate(answer.head().responseDate());
        root.setRequest(request(answer.head().attributes()));
        if (answer instanceof OaiAnswer.Identify identify) {
            root.setIdentify(bind(identify));
        } else if (answer instanceof OaiAnswer.MetadataFormats formats) {
            root.setListMetadataFormats(bind(formats));
        } else if (answer instanceof OaiAnswer.SetList sets) {
            root.setListSets(bind(sets));
        } else if (answer instanceof OaiAnswer.Record) {
            root.setGetRecord(new GetRecord());
        } else if (answer instanceof OaiAnswer.Records records) {
            bind(records, root);
        } else if (answer instanceof OaiAnswer.Errors errors) {
            errors.errors().forEach(error -> root.getErrors().add(bind(error)));
        }
        return root;
    }

    private Request request(Map<String, String> attributes) {
        Request request = new Request();
        request.setBaseUrl(repository.oaiUrl());
        String verb = attributes.get("verb");
        if (verb != null) {
            request.setVerb(RequestVerb.fromValue(verb));
        }
        request.setIdentifier(attributes.get(Argument.IDENTIFIER.spelling()));
        request.setMetadataPrefix(attributes.get(Argument.METADATA_PREFIX.spelling()));
        request.setFrom(attributes.get(Argument.FROM.spelling()));
        request.setUntil(attributes.get(Argument.UNTIL.spelling()));
        request.setSet(attributes.get(Argument.SET.spelling()));
        request.setResumptionToken(attributes.get(Argument.RESUMPTION_TOKEN.spelling()));
        return request;
    }

    private Identify bind(OaiAnswer.Identify answer) {
        Identify identify = new Identify();
        identify.setRepositoryName(repository.name());
        identify.setBaseUrl(repository.oaiUrl());
        identify.setProtocolVersion(ProtocolVersion.V2_0);
        identify.getAdminEmails().add(repository.adminEmail());
        identify.setEarliestDatestamp(answer.earliest().toString());
        identify.setDeletedRecord(DeletedRecord.PERSISTENT);
        identify.setGranularity(Granularity.SECONDS);
        identify.getCompressions().add("gzip");
        return identify;
    }

    private static ListMetadataFormats bind(OaiAnswer.MetadataFormats answer) {
        ListMetadataFormats formats = new ListMetadataFormats();
        for (FormatDescription each : answer.formats()) {
            MetadataFormat format = new MetadataFormat();
            format.setMetadataPrefix(each.prefix());
            format.setSchema(each.schema());
            format.setMetadataNamespace(each.namespace());
            formats.getMetadataFormats().add(format);
        }
        return formats;
    }

    private static ListSets bind(OaiAnswer.SetList answer) {
        ListSets sets = new ListSets();
        for (SetDescription each : answer.sets()) {
            OaiSet set = new OaiSet();
            set.setSetSpec(each.spec().value());
            set.setSetName(each.name().en());
            sets.getSets().add(set);
        }
        sets.setResumptionToken(bind(answer.position()));
        return sets;
    }

    private static void bind(OaiAnswer.Records answer, OaiPmh root) {
        if (answer.headersOnly()) {
            ListIdentifiers list = new ListIdentifiers();
            list.setResumptionToken(bind(answer.position()));
            root.setListIdentifiers(list);
        } else {
            ListRecords list = new ListRecords();
            list.setResumptionToken(bind(answer.position()));
            root.setListRecords(list);
        }
    }

    private static @Nullable ResumptionToken bind(OaiAnswer.@Nullable Position position) {
        if (position == null) {
            return null;
        }
        ResumptionToken token = new ResumptionToken();
        token.setToken(position.token());
        token.setExpirationDate(position.expires());
        token.setCursor(position.cursor());
        token.setCompleteListSize(position.size());
        return token;
    }

    private static org.acervo.oai.http.xml.ProtocolError bind(ProtocolError error) {
        org.acervo.oai.http.xml.ProtocolError bound = new org.acervo.oai.http.xml.ProtocolError();
        bound.setCode(ErrorCode.fromValue(error.code().spelling()));
        bound.setMessage(error.message());
        return bound;
    }
}
