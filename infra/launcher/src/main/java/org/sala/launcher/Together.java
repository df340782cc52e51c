package org.sala.launcher;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sala.embedded.ServerUnavailable;
import org.sala.feedback.api.FeedbackPort;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.marketplace.api.MarketplacePort;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.sessions.api.SessionsPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * The applications as sibling contexts in this JVM. The page asks the services' ports as the beans they are; events go through Kafka all
 * the same.
 */
final class Together implements Applications {
    /** As many as a small laptop has processors: starting is all computing. */
    private static final int AT_A_TIME = 2;

    private static final Map<Class<?>, Application> PORTS = Map.of(
            RegistrationPort.class, Application.REGISTRATION,
            RegistrationQueries.class, Application.REGISTRATION,
            SessionsPort.class, Application.SESSIONS,
            MarketplacePort.class, Application.MARKETPLACE,
            MarketplaceQueries.class, Application.MARKETPLACE,
            FeedbackPort.class, Application.FEEDBACK,
            FeedbackQueries.class, Application.FEEDBACK);

    private final Map<Application, Context> contexts = new EnumMap<>(Application.class);

    private Together() {
        for (var application : Application.values()) {
            contexts.put(application, new Context(application, new CompletableFuture<>()));
        }
    }

    /** @throws ServerUnavailable naming the application that doesn't start, after stopping those that did */
    static Together start(Settings settings, Progress progress) {
        var together = new Together();
        try (var threads = threads()) {
            together.contexts
                    .values()
                    .forEach(context -> threads.execute(() -> together.start(context, settings, progress)));
        }
        var problems = new ArrayList<ServerUnavailable>();
        for (var context : together.contexts.values()) {
            if (context.start().isCompletedExceptionally()) {
                var problem = context.start().exceptionNow();
                problems.add(new ServerUnavailable(
                        context.application().id() + " doesn't start: "
                                + NestedExceptionUtils.getMostSpecificCause(problem),
                        problem));
            }
        }
        if (!problems.isEmpty()) {
            together.close();
            throw problems.getFirst();
        }
        return together;
    }

    private void start(Context context, Settings settings, Progress progress) {
        var application = context.application();
        try {
            var builder = application.builder().registerShutdownHook(false);
            if (!application.isService()) {
                builder.initializers(this::givePorts);
            }
            context.start()
                    .complete(builder.run(settings.of(application).entrySet().stream()
                            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                            .toArray(String[]::new)));
            progress.step(
                    application.id() + " is up on port " + settings.ports().of(application));
        } catch (RuntimeException | Error problem) {
            context.start().completeExceptionally(problem);
        }
    }

    /** The page starts beside the services: it is given their ports before they are there, and waits at its first question. */
    private void givePorts(ConfigurableApplicationContext page) {
        PORTS.forEach((port, application) -> contexts.values().stream()
                .filter(context -> context.application() == application)
                .forEach(context ->
                        page.getBeanFactory().registerSingleton(port.getSimpleName(), whenUp(port, context.start()))));
    }

    private static <T> T whenUp(Class<T> port, CompletableFuture<ConfigurableApplicationContext> service) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    try {
                        return method.invoke(service.join().getBean(port), arguments);
                    } catch (InvocationTargetException refusal) {
                        throw refusal.getCause();
                    }
                }));
    }

    /** Class loading follows the thread: those of the common pool don't see what is inside an executable jar. */
    private static ExecutorService threads() {
        return Executors.newFixedThreadPool(AT_A_TIME, work -> {
            var thread = new Thread(work, "application-starter");
            thread.setContextClassLoader(Together.class.getClassLoader());
            return thread;
        });
    }

    @Override
    public void close() {
        for (var context : contexts.values()) {
            if (!context.start().isCompletedExceptionally()) {
                context.start().join().close();
            }
        }
    }

    /** An application and its context, once that is up. */
    private record Context(Application application, CompletableFuture<ConfigurableApplicationContext> start) {}
}
