package org.sala.marketplace;

import java.util.Set;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;

/** Which organisations belong to a summit, as far as registration's facts have been taken in. */
interface Enrolments {

    boolean isEnrolled(SummitId summit, OrganizationId organization);

    /** Those of a summit that registration counts as small. */
    Set<OrganizationId> small(SummitId summit);
}
