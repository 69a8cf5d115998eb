package org.acervo.platform;

import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.acervo.console.AccountResource;
import org.acervo.console.Gate;
import org.acervo.console.LoginResource;
import org.acervo.console.OpenIdResource;
import org.acervo.console.administration.AccountsResource;
import org.acervo.console.administration.AuditResource;
import org.acervo.console.administration.HarvestsResource;
import org.acervo.console.administration.TokensResource;
import org.acervo.console.changes.ChangesResource;
import org.acervo.console.changes.SheetResource;
import org.acervo.console.collections.CollectionOrderResource;
import org.acervo.console.collections.CollectionsResource;
import org.acervo.console.dashboard.DashboardResource;
import org.acervo.console.deposit.BulkPagesResource;
import org.acervo.console.deposit.FilesResource;
import org.acervo.console.deposit.StartResource;
import org.acervo.console.deposit.UploadsResource;
import org.acervo.console.discoverability.DiscoverabilityResource;
import org.acervo.console.duplicates.DuplicatesResource;
import org.acervo.console.duplicates.SweepResource;
import org.acervo.console.erasure.ErasuresResource;
import org.acervo.console.erasure.WithdrawnResource;
import org.acervo.console.publications.AutosaveResource;
import org.acervo.console.publications.EditResource;
import org.acervo.console.publications.FileResource;
import org.acervo.console.publications.HomeResource;
import org.acervo.console.publications.PublicationResource;
import org.acervo.console.queues.QueuesResource;
import org.acervo.console.search.IndexResource;
import org.acervo.console.search.SavedResource;
import org.acervo.console.search.SearchResource;
import org.acervo.console.site.PicturesResource;
import org.acervo.console.site.SiteResource;
import org.acervo.console.vocabularies.SeriesResource;
import org.acervo.console.vocabularies.VocabulariesResource;

/**
 * The pages of the console: an application of its own, so that what shows views stands in the way of nothing else. Its
 * tokens against forged requests are those of {@link Gate}, because Jakarta MVC would keep its own in a session of the server.
 */
@ApplicationPath("console")
public class ConsoleApplication extends Application {

    private static final Set<Class<?>> CLASSES = Set.of(
            MalformedHeaders.class,
            LiteralFileNames.class,
            Gate.class,
            LoginResource.class,
            OpenIdResource.class,
            AccountResource.class,
            SearchResource.class,
            SavedResource.class,
            IndexResource.class,
            DashboardResource.class,
            DiscoverabilityResource.class,
            QueuesResource.class,
            ChangesResource.class,
            SheetResource.class,
            CollectionsResource.class,
            CollectionOrderResource.class,
            VocabulariesResource.class,
            SeriesResource.class,
            DuplicatesResource.class,
            SweepResource.class,
            SiteResource.class,
            PicturesResource.class,
            HarvestsResource.class,
            ErasuresResource.class,
            WithdrawnResource.class,
            AccountsResource.class,
            TokensResource.class,
            AuditResource.class,
            HomeResource.class,
            PublicationResource.class,
            EditResource.class,
            AutosaveResource.class,
            FileResource.class,
            FilesResource.class,
            UploadsResource.class,
            StartResource.class,
            BulkPagesResource.class,
            RequestErrors.class,
            Faults.class);

    @Override
    public Set<Class<?>> getClasses() {
        return CLASSES;
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                Csrf.CSRF_PROTECTION,
                Csrf.CsrfOptions.OFF,
                "jersey.config.server.wadl.disableWadl",
                true,
                "jersey.config.server.headers.location.relative.resolution.disabled",
                true,
                "jersey.config.server.response.setStatusOverSendError",
                true);
    }
}
