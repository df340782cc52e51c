package org.sala.eventing.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Real producers with something between them and the publisher. */
final class Producers {

    private Producers() {}

    /** What happens instead of a call, or around it. */
    @FunctionalInterface
    interface Between {

        /** Arguments may be exchanged before the call goes on to Kafka. */
        @Nullable
        Object call(String method, Object[] arguments, Call toKafka) throws Throwable;
    }

    /** The call itself. */
    @FunctionalInterface
    interface Call {

        @Nullable
        Object go() throws Throwable;
    }

    @SuppressWarnings("unchecked") // a proxy of a generic interface
    static Producer<String, byte[]> around(Producer<String, byte[]> kafka, Between between) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                Producers.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, given) -> {
                    var arguments = given == null ? new Object[0] : given;
                    return between.call(method.getName(), arguments, () -> {
                        try {
                            return method.invoke(kafka, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
                });
    }
}
