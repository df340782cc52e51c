package org.sala.registration;

import java.util.List;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.RecordScan;

/** Asked by registration of itself: all that a batch says of one person, at once. */
record RecordScans(ParticipantId participant, List<RecordScan> scans) {}
