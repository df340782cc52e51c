package org.sala.ui.audit;

import java.util.Locale;
import org.sala.eventing.intake.Rebuild;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The main option {@code --rebuild-and-compare}: rebuilds, prints what it found and ends the process, with 0 where every
 * table is the same and 1 where not.
 */
@Component
class RebuildCommand implements ApplicationRunner {

    /** The option, without its dashes. */
    static final String OPTION = "rebuild-and-compare";

    private final ObjectProvider<Rebuild> rebuild;
    private final ConfigurableApplicationContext application;

    RebuildCommand(ObjectProvider<Rebuild> rebuild, ConfigurableApplicationContext application) {
        this.rebuild = rebuild;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (!arguments.containsOption(OPTION)) {
            return;
        }
        var report =
                rebuild.getObject().run((read, total) -> System.out.println(read + " of " + total + " events read"));
        for (var table : report.tables()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %10d live %10d rebuilt  %s%n",
                    table.name(),
                    table.liveRows(),
                    table.rebuiltRows(),
                    table.equal() ? "same" : "DIFFERENT");
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d events in %.1f s%n",
                report.equal() ? "Every table is the same" : "Tables differ",
                report.events(),
                report.took().toMillis() / 1000.0);
        ExitCodeGenerator code = () -> report.equal() ? 0 : 1;
        // from a thread of its own: the application is still starting on this one
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(application, code)));
    }
}
