package org.acervo.oai.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** OAI-PMH at {@code /oai}, and the same for people below it. */
@ApplicationPath("oai")
public class OaiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(OaiResource.class, OaiViewResource.class);
    }
}
