package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

/**
 * Keeps {@code /metrics} answering: Payara looks for the numbers of connection pools by a name with a slash in it, does not
 * find them, and fails the whole page. What it finds registered it leaves alone, so these say that the number is unknown.
 * But its first look takes everything away that is registered, so that must come before; at the start of an application
 * Payara does not know its pools yet, and the first look goes well.
 */
@ApplicationScoped
class PoolMetrics {

    private static final Logger LOG = Logger.getLogger(PoolMetrics.class.getName());
    private static final String POOL = "java:app/AcervoPool";
    private static final List<String> NUMBERS = List.of("freeConnection", "usedConnection", "totalConnection");

    @Inject
    @RegistryScope(scope = MetricRegistry.VENDOR_SCOPE)
    private MetricRegistry vendor;

    void register() {
        lookForTheFirstTime();
        for (String number : NUMBERS) {
            vendor.gauge("connection.pool." + POOL + "." + number, () -> Double.NaN);
        }
    }

    /** Payara's own classes, which no application can be compiled with. */
    private static void lookForTheFirstTime() {
        try {
            ClassLoader server = Thread.currentThread().getContextClassLoader();
            Class<?> type = Class.forName("fish.payara.microprofile.metrics.MetricsService", true, server);
            Object metrics = Class.forName("org.glassfish.internal.api.Globals", true, server)
                    .getMethod("get", Class.class)
                    .invoke(null, type);
            type.getMethod("refresh").invoke(metrics);
        } catch (ReflectiveOperationException | LinkageError other) {
            LOG.log(Level.WARNING, "This is not the Payara that is known; /metrics may fail", other);
        }
    }
}
