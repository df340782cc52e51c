package org.sala.eventing.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Real producers with something between them and the publisher. */
final class Producers {

    private Producers() {}

    /** What happens instead of a call, or around it. */
    @FunctionalInterface
    interface Between {

        @Nullable
        Object call(String method, Callable<@Nullable Object> toKafka) throws Exception;
    }

    @SuppressWarnings("unchecked") // a proxy of a generic interface
    static Producer<String, byte[]> around(Producer<String, byte[]> kafka, Between between) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                Producers.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> between.call(method.getName(), () -> {
                    try {
                        return method.invoke(kafka, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof Exception cause ? cause : e;
                    }
                }));
    }
}
