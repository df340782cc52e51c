package org.sala.personal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of what kind a {@link Personal} component of a record is, where that kind may be forgotten by itself: it is sealed
 * with a key of its own. What says nothing goes with the person alone.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PersonalKind {

    /** Its name, in letters, digits and underscores; stored with what is sealed, and never changes. */
    String value();
}
