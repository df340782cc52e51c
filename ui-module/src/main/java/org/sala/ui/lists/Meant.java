package org.sala.ui.lists;

import java.util.Optional;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.OrganizationId;

/**
 * Which organisation a row means.
 *
 * @param id absent where the row names none, or none that is known
 * @param cohort by which days are open to its people
 * @param wrong why there is none; absent where nothing is wrong
 */
record Meant(Optional<OrganizationId> id, Cohort cohort, Optional<Remark.What> wrong) {

    static final Meant NONE = new Meant(Optional.empty(), Cohort.OTHER, Optional.empty());

    static Meant wrong(Remark.What why) {
        return new Meant(Optional.empty(), Cohort.OTHER, Optional.of(why));
    }
}
