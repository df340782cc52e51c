package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What the launcher brings along. */
class ClassPathTest {

    /** Vaadin marks what is not free in the manifest; the licence of AxonIQ's own parts shows in where they come from. */
    @Test
    void everythingThatRunsIsFree() throws Exception {
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .toList();
        assertThat(jars).anyMatch(jar -> jar.contains("vaadin-")).anyMatch(jar -> jar.contains("axon-"));
        var notFree = new ArrayList<String>();
        for (var jar : jars) {
            try (var file = new JarFile(jar)) {
                var manifest = file.getManifest();
                var marked = manifest != null
                        && manifest.getMainAttributes().keySet().stream()
                                .anyMatch(name -> name.toString().startsWith("Cvdl"));
                if (marked || jar.contains("axoniq") || jar.contains("axon-server")) {
                    notFree.add(jar);
                }
            }
        }
        assertThat(notFree).isEmpty();
    }
}
