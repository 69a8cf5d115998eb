package org.acervo.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All vocabularies of the repository as they are now: what is answered never changes, but asked again after staff have edited
 * a term, they answer something else. Thread-safe.
 */
public final class Vocabularies {

    private volatile Edition now;

    public Vocabularies(
            List<Mission> missions,
            List<ThematicArea> themes,
            List<PublicationType> types,
            List<Organization> organizations,
            List<Licence> licences,
            Languages languages,
            Places places) {
        this(new Edition(
                new Vocabulary<>(missions),
                new Vocabulary<>(themes),
                new Vocabulary<>(types),
                new Vocabulary<>(organizations),
                licences,
                languages,
                places));
    }

    private Vocabularies(Edition now) {
        this.now = now;
    }

    /** The same as they are now, whatever becomes of these. */
    public Vocabularies snapshot() {
        Edition copied = now;
        return with(
                copied.themes(),
                copied.types(),
                copied.organizations(),
                copied.languages().with(Map.of()));
    }

    /** The same with other terms. */
    public Vocabularies with(
            Vocabulary<ThematicArea> themes,
            Vocabulary<PublicationType> types,
            Vocabulary<Organization> organizations,
            Languages languages) {
        Edition old = now;
        return new Vocabularies(
                new Edition(old.missions(), themes, types, organizations, old.licences(), languages, old.places()));
    }

    /** Answers what others do now, from now on. */
    public void become(Vocabularies others) {
        Edition next = others.now;
        Languages languages = now.languages(); // many hold it, so it stays
        languages.become(next.languages());
        now = with(next.themes(), next.types(), next.organizations(), languages).now;
    }

    /** The same object as long as nothing has changed, for whoever keeps what they made of these. */
    public Object edition() {
        return now;
    }

    public Vocabulary<Mission> missions() {
        return now.missions();
    }

    public Vocabulary<ThematicArea> themes() {
        return now.themes();
    }

    public Vocabulary<PublicationType> types() {
        return now.types();
    }

    public Vocabulary<Organization> organizations() {
        return now.organizations();
    }

    /** The licences and statements of rights in the operator's order. */
    public List<Licence> licences() {
        return now.licences();
    }

    public Languages languages() {
        return now.languages();
    }

    public Places places() {
        return now.places();
    }

    /**
     * The organization that bears a name, an acronym or an alias, whatever its capitals; in the place of a retired one its
     * successor.
     */
    public Optional<Organization> organizationNamed(String name) {
        return now.organizationNamed(name);
    }

    /** The licence of a URI, with {@code http} and {@code https} taken for the same. */
    public Optional<Licence> licence(String uri) {
        return now.licence(uri);
    }

    /**
     * A digest of everything here that a rendered record may show, the names that the JDK gives to languages and places
     * among it. Two vocabularies with the same fingerprint render every record to the same bytes.
     */
    public String fingerprint() {
        return now.fingerprint();
    }
}
