package org.acervo.deposit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/**
 * Refuses, before anything happens, a request of the deposit interface with a parameter that its method does not read: it
 * may be a misspelt one, and {@code ?dryrun=true} must not make the change. Methods that take an {@link Exchange} ask that.
 */
@Provider
public class ParameterGate implements ContainerRequestFilter {

    private static final String API = "api/";

    @Context
    private ResourceInfo resource;

    /** For the container. */
    public ParameterGate() {
        // the container fills in the rest
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Method method = resource.getResourceMethod();
        if (method == null || !context.getUriInfo().getPath().startsWith(API)) {
            return;
        }
        readBy(method).ifPresent(read -> {
            List<Finding> findings = check(context.getUriInfo().getQueryParameters(), read);
            if (!findings.isEmpty()) {
                throw new Refused(findings);
            }
        });
    }

    /** The parameters that a method reads, or empty where something that it takes reads them. */
    static Optional<Set<String>> readBy(Method method) {
        Set<String> read = new TreeSet<>();
        for (Parameter each : method.getParameters()) {
            if (each.isAnnotationPresent(BeanParam.class)) {
                return Optional.empty();
            }
            QueryParam named = each.getAnnotation(QueryParam.class);
            if (named != null) {
                read.add(named.value());
            }
        }
        return Optional.of(read);
    }

    /** What is wrong with parameters where only some are read, each once. */
    static List<Finding> check(MultivaluedMap<String, String> given, Set<String> read) {
        List<Finding> findings = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!read.contains(name)) {
                findings.add(Finding.of(Rule.UNKNOWN_PARAMETER, "?" + name, name, List.copyOf(read)));
            } else if (values.size() > 1) {
                findings.add(Finding.of(Rule.MALFORMED_PARAMETER, "?" + name, String.join(" ", values)));
            }
        });
        return findings;
    }
}
