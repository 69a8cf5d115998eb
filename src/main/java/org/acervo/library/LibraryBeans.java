package org.acervo.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.files.CoverDrawing;
import org.acervo.files.Covers;
import org.acervo.files.PublicationFiles;
import org.acervo.format.Citations;
import org.acervo.format.MetadataFormats;
import org.acervo.format.SchemaOrg;
import org.acervo.publishing.Renderer;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;
import org.acervo.site.Site;
import org.acervo.vocabulary.Vocabularies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container what makes the pages. */
@ApplicationScoped
class LibraryBeans {

    /** As the protocol of sitemaps has it. */
    private static final int MOST_IN_SITEMAP = 50_000;

    private static final int SIMILAR = 5;

    @Produces
    @Singleton
    PublicationPages publicationPages(
            Publications publications,
            Disseminations disseminations,
            Vocabularies vocabularies,
            Repository repository,
            Renderer renderer,
            PublicationFiles files,
            Searching searching,
            Cards cards,
            SeriesTitles titles,
            Clock clock) {
        return new PublicationPages(
                publications,
                disseminations,
                vocabularies,
                repository,
                renderer::effective,
                new FileLines(files, repository, clock),
                new Rounds(publications, titles),
                (id, reader) -> cards.found(searching.similar(id, reader.language(), Viewer.PUBLIC, SIMILAR), reader),
                cards.pictures());
    }

    @Produces
    @Singleton
    Records records(Repository repository, MetadataFormats formats, Vocabularies vocabularies) {
        return new Records(
                repository, formats, new SchemaOrg(repository, vocabularies), new Citations(repository, vocabularies));
    }

    @Produces
    @Singleton
    Signposts signposts(
            Repository repository,
            Vocabularies vocabularies,
            @ConfigProperty(name = "ACERVO_DOI_PREFIXES") Optional<String> doiPrefixes) {
        return new Signposts(
                repository,
                vocabularies,
                doiPrefixes.map(String::strip).filter(text -> !text.isEmpty()).stream()
                        .flatMap(text -> Arrays.stream(text.split("\\s+")))
                        .toList());
    }

    @Produces
    @Singleton
    Stretches stretches(Disseminations disseminations, Clock clock) {
        return new Stretches(disseminations, clock, MOST_IN_SITEMAP);
    }

    @Produces
    @Singleton
    Feeds feeds(Publications publications, Stretches stretches, Repository repository, Renderer renderer) {
        return new Feeds(publications, stretches, repository, renderer::effective);
    }

    @Produces
    @Singleton
    FormerAddresses formerAddresses(Publications publications) {
        return new FormerAddresses(publications);
    }

    @Produces
    @Singleton
    Pictures pictures(Covers covers, PublicationFiles files, CoverDrawing drawing) {
        return new Pictures(covers, files, drawing);
    }

    @Produces
    @Singleton
    Cards cards(Publications publications, Vocabularies vocabularies, Renderer renderer, Pictures pictures) {
        return new Cards(publications, vocabularies, renderer::effective, pictures::of);
    }

    @Produces
    @Singleton
    Shelves shelves(Publications publications, Searching searching, Vocabularies vocabularies, Cards cards, Site site) {
        return new Shelves(publications, searching, vocabularies, cards, site);
    }

    @Produces
    @Singleton
    SeriesPages seriesPages(Publications publications, Cards cards, Shelves shelves, SeriesTitles titles) {
        return new SeriesPages(publications, cards, shelves, titles);
    }

    @Produces
    @Singleton
    SeriesTitles seriesTitles(Site site) {
        return new SeriesTitles(site);
    }

    @Produces
    @Singleton
    HomePage homePage(
            Publications publications, Searching searching, Vocabularies vocabularies, Cards cards, Shelves shelves) {
        return new HomePage(publications, searching, vocabularies, cards, shelves);
    }

    @Produces
    @Singleton
    LibraryTemplates templates(org.acervo.pages.Pages pages, Vocabularies vocabularies) {
        return new LibraryTemplates(pages, vocabularies);
    }
}
