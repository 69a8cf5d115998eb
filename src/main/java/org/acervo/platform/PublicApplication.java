package org.acervo.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acervo.access.http.ApiGate;
import org.acervo.deposit.AccountsResource;
import org.acervo.deposit.AuditResource;
import org.acervo.deposit.DepositsResource;
import org.acervo.deposit.ErasureResource;
import org.acervo.deposit.FilesResource;
import org.acervo.deposit.IndexResource;
import org.acervo.deposit.MeResource;
import org.acervo.deposit.ParameterGate;
import org.acervo.deposit.QuotaResource;
import org.acervo.deposit.TokensResource;
import org.acervo.deposit.TusHeaders;
import org.acervo.deposit.UploadsResource;
import org.acervo.deposit.VocabulariesResource;
import org.acervo.deposit.bulk.BulkResource;
import org.acervo.deposit.webhook.WebhooksResource;
import org.acervo.library.ApiCatalogResource;
import org.acervo.library.CoversResource;
import org.acervo.library.DownloadsResource;
import org.acervo.library.FeedsResource;
import org.acervo.library.HomeResource;
import org.acervo.library.MovedHere;
import org.acervo.library.PublicationsResource;
import org.acervo.library.ResourceSyncResource;
import org.acervo.library.SearchResource;
import org.acervo.library.ShelvesResource;
import org.acervo.library.SitemapsResource;
import org.acervo.oai.http.OaiResource;
import org.acervo.oai.http.OaiViewResource;
import org.acervo.pages.AssetsResource;

/** All that answers: library, OAI-PMH, deposit interface, style sheet and schemas, and errors in one look. */
@ApplicationPath("/")
public class PublicApplication extends Application {

    private static final Set<Class<?>> LIBRARY = Set.of(
            HomeResource.class,
            SearchResource.class,
            ShelvesResource.class,
            PublicationsResource.class,
            CoversResource.class,
            DownloadsResource.class,
            MovedHere.class,
            SitemapsResource.class,
            ResourceSyncResource.class,
            ApiCatalogResource.class,
            FeedsResource.class);

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(LIBRARY);
        classes.addAll(Set.of(MalformedHeaders.class, LiteralFileNames.class));
        classes.addAll(Set.of(
                BulkResource.class,
                IndexResource.class,
                DepositsResource.class,
                VocabulariesResource.class,
                ProblemsResource.class,
                FilesResource.class,
                UploadsResource.class,
                OaiResource.class,
                OaiViewResource.class,
                AssetsResource.class,
                WebhooksResource.class,
                ErasureResource.class,
                MeResource.class,
                TokensResource.class,
                AccountsResource.class,
                AuditResource.class,
                QuotaResource.class,
                ApiGate.class,
                ParameterGate.class,
                TusHeaders.class,
                ErrorResource.class,
                RequestErrors.class,
                Faults.class));
        viewEngine().ifPresent(classes::add);
        return classes;
    }

    /**
     * By what the server's view engine knows that it is at work in an application already. It would otherwise come into this
     * one too, for the sake of the console beside it, and take half the time of every answer without ever being needed.
     */
    private static Optional<Class<?>> viewEngine() {
        try {
            return Optional.of(Class.forName("org.eclipse.krazo.core.ViewResponseFilter"));
        } catch (ClassNotFoundException another) {
            return Optional.empty();
        }
    }

    /** No WADL, and no error page of the server where an answer has only a status. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl",
                true,
                "jersey.config.server.response.setStatusOverSendError",
                true);
    }
}
