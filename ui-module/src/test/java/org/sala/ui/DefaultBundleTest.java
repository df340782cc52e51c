package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.littemplate.LitTemplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;

/**
 * The production bundle that Vaadin ships is all that is needed: anything here that asks for a bundle of our own would
 * bring Node into the build. What the Maven plugin says is looked at where the build runs.
 */
class DefaultBundleTest {

    private static final Set<Class<?>> NEED_NODE = Set.of(NpmPackage.class, JsModule.class, CssImport.class);

    @Test
    void noClassAsksForABundleOfOurOwn() throws IOException {
        for (var type : classes()) {
            assertThat(NEED_NODE)
                    .as(type.getClassName())
                    .noneMatch(annotation -> type.hasAnnotation(annotation.getName()));
            assertThat(type.getSuperClassName()).as(type.getClassName()).isNotEqualTo(LitTemplate.class.getName());
            for (var address : addresses(type)) {
                assertThat(address).as(type.getClassName()).matches("context://.*|aura/aura\\.css");
            }
        }
    }

    private static List<String> addresses(AnnotationMetadata type) {
        var addresses = new ArrayList<String>();
        for (var annotation : Set.of(StyleSheet.class, JavaScript.class)) {
            type.getMergedRepeatableAnnotationAttributes(annotation, containerOf(annotation), false)
                    .forEach(found -> addresses.add(found.getString("value")));
        }
        return addresses;
    }

    private static Class<? extends java.lang.annotation.Annotation> containerOf(Class<?> annotation) {
        return Map.<Class<?>, Class<? extends java.lang.annotation.Annotation>>of(
                        StyleSheet.class, StyleSheet.Container.class, JavaScript.class, JavaScript.Container.class)
                .getOrDefault(annotation, StyleSheet.Container.class);
    }

    private static List<AnnotationMetadata> classes() throws IOException {
        var readers = new CachingMetadataReaderFactory();
        var classes = new ArrayList<AnnotationMetadata>();
        for (var resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:org/sala/ui/**/*.class")) {
            classes.add(readers.getMetadataReader(resource).getAnnotationMetadata());
        }
        assertThat(classes).hasSizeGreaterThan(30);
        return classes;
    }
}
