package org.acervo.publishing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Tick;

/** Disseminations of which one method is another's. */
final class Decorated {

    private interface Call {
        Object of(Object real);
    }

    private Decorated() {}

    /** The time is asked of somebody else, as a provider does that answers with its own clock. */
    static Disseminations now(Disseminations real, Supplier<Instant> clock) {
        return with(real, "now", any -> clock.get());
    }

    /** Something happens while a writer holds its place in the order of changes and has not committed. */
    static Disseminations holding(Disseminations real, Consumer<Tick> meanwhile) {
        return with(real, "tick", tick -> {
            meanwhile.accept((Tick) tick);
            return tick;
        });
    }

    private static Disseminations with(Disseminations real, String name, Call call) {
        return (Disseminations) Proxy.newProxyInstance(
                Decorated.class.getClassLoader(), new Class<?>[] {Disseminations.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(real, arguments);
                        return method.getName().equals(name) ? call.of(answer) : answer;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
