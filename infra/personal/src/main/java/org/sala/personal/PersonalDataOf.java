package org.sala.personal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says whose the {@link Personal} components of an event are. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PersonalDataOf {

    /**
     * Where in the event's JSON the id of the person stands, as JSON pointers such as {@code /participant}. Of several
     * the first that leads to an id counts.
     */
    String[] value();
}
