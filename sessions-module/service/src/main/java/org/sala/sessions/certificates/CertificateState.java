package org.sala.sessions.certificates;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.SessionsCommand.IssueCertificate;
import org.sala.sessions.api.SessionsEvent.CertificateIssued;
import org.sala.sessions.api.SessionsQueries.Learning;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;

/**
 * Where a certificate stands.
 *
 * @param issued what it says; absent until it was issued
 */
record CertificateState(@Nullable CertificateIssued issued) {

    /** Empty: the command was a repeat and changes nothing. */
    Optional<CertificateIssued> issue(IssueCertificate command, Learning learning, Instant now) {
        if (issued != null) {
            if (issued.participant().equals(command.participant())
                    && issued.summit().equals(command.summit())) {
                return Optional.empty();
            }
            throw new SessionsRejected(Reason.ID_TAKEN);
        }
        if (learning.minutes() == 0) {
            throw new SessionsRejected(Reason.NOTHING_ATTENDED);
        }
        return Optional.of(new CertificateIssued(
                command.certificate(),
                command.summit(),
                command.participant(),
                VerificationCode.of(command.certificate()).value(),
                learning.sessions(),
                learning.minutes(),
                now));
    }
}
