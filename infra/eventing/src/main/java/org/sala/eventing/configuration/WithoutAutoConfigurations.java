package org.sala.eventing.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out the auto-configurations whose class names begin with one of {@code eventing.auto-configuration.without}.
 * Where several applications share a class path, each would otherwise be configured with the libraries of all.
 */
final class WithoutAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

    private List<String> prefixes = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        prefixes = Binder.get(environment)
                .bind("eventing.auto-configuration.without", Bindable.listOf(String.class))
                .orElse(List.of());
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        var matches = new boolean[autoConfigurations.length];
        for (var i = 0; i < matches.length; i++) {
            var name = autoConfigurations[i];
            matches[i] = name != null && prefixes.stream().noneMatch(name::startsWith);
        }
        return matches;
    }
}
