package org.sala.sessions.certificates;

import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.sala.sessions.api.CertificateId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionsEvent.CertificateIssued;
import org.sala.sessions.api.SessionsQueries;
import org.sala.sessions.api.SessionsQueries.Learning;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;
import org.sala.sessions.attendance.AttendanceTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link CertificateBook} in PostgreSQL. What a certificate says is read from its event. */
public final class CertificateTable implements CertificateBook {

    private final JdbcClient database;
    private final AttendanceTable attendance;
    private final EventStore events;

    public CertificateTable(JdbcClient database, EventStore events) {
        this.database = database;
        this.attendance = new AttendanceTable(database);
        this.events = events;
    }

    @Override
    public Learning learning(ParticipantId participant, SummitId summit) {
        return attendance.learning(participant, summit);
    }

    @Override
    public void enter(String code, CertificateId certificate) {
        database.sql("insert into certificate (code, certificate) values (:code, :certificate) on conflict do nothing")
                .param("code", code)
                .param("certificate", certificate.value())
                .update();
    }

    /**
     * The certificate that a code stands for, however it is typed.
     *
     * @throws SessionsRejected {@code CERTIFICATE_UNKNOWN}
     */
    public SessionsQueries.Certificate find(String typed) {
        var certificate = database.sql("select certificate from certificate where code = :code")
                .param("code", VerificationCode.typed(typed).value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new SessionsRejected(Reason.CERTIFICATE_UNKNOWN));
        var issued = (CertificateIssued)
                events.readEvents(certificate.toString()).next().getPayload();
        return new SessionsQueries.Certificate(
                issued.certificate(),
                issued.summit(),
                issued.participant(),
                issued.code(),
                issued.sessions(),
                issued.minutes(),
                issued.recordedAt());
    }
}
