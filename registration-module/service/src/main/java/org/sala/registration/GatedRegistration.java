package org.sala.registration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.eventing.Commands;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.AssignCohort;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.CheckOutParticipant;
import org.sala.registration.api.RegistrationCommand.CloseRegistration;
import org.sala.registration.api.RegistrationCommand.CloseSummit;
import org.sala.registration.api.RegistrationCommand.DeclareTie;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationCommand.DismissDuplicate;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.ForgetPersonalData;
import org.sala.registration.api.RegistrationCommand.GiveConsent;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.MergeDuplicate;
import org.sala.registration.api.RegistrationCommand.NoteContactsTaken;
import org.sala.registration.api.RegistrationCommand.OpenRegistration;
import org.sala.registration.api.RegistrationCommand.ParticipantCommand;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterWalkIn;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.ResolveCheckIn;
import org.sala.registration.api.RegistrationCommand.ReviseOrganization;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationCommand.ReviseSummit;
import org.sala.registration.api.RegistrationCommand.RevokeBadge;
import org.sala.registration.api.RegistrationCommand.WithdrawConsent;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;

/** The port: who may ask for what. */
final class GatedRegistration implements RegistrationPort {

    private static final Set<Role> WHO_SCANS = Set.of(Role.STAFF, Role.FACILITATOR);

    private final CommandGate gate;
    private final Commands commands;
    private final ScanBatch batch;

    GatedRegistration(CommandGate gate, Commands commands) {
        this.gate = gate;
        this.commands = commands;
        this.batch = new ScanBatch(commands);
    }

    @Override
    public void send(RegistrationCommand command, String accessToken) {
        var pass = gate.admit(accessToken, whoMay(command), () -> new RegistrationRejected(Reason.NOT_ALLOWED));
        if (pass.role() == Role.PARTICIPANT && !isOfThemselves(command, pass.account())) {
            throw new RegistrationRejected(Reason.NOT_ALLOWED);
        }
        commands.send(command, new Commands.Origin(pass.account(), pass.role().name(), pass.correlation(), null));
    }

    /** A person's account has the id that they take part under. */
    private static boolean isOfThemselves(RegistrationCommand command, String account) {
        return command instanceof ParticipantCommand ofSomebody
                && ofSomebody.participant().toString().equals(account);
    }

    /** Staff set up and do everything; whoever stands at a door lets in; people act for themselves. */
    static Set<Role> whoMay(RegistrationCommand command) {
        return switch (command) {
            case AnnounceSummit _,
                    ReviseSummit _,
                    OpenRegistration _,
                    CloseRegistration _,
                    CloseSummit _,
                    NoteContactsTaken _,
                    EnrolOrganization _,
                    ReviseOrganization _,
                    AssignCohort _,
                    DeclareTie _,
                    RegisterWalkIn _,
                    RevokeBadge _,
                    ResolveCheckIn _,
                    MergeDuplicate _,
                    DismissDuplicate _,
                    ForgetPersonalData _,
                    EraseParticipant _ -> Set.of(Role.STAFF);
            case CheckInParticipant _, CheckOutParticipant _, RecordScan _ -> WHO_SCANS;
            case RegisterParticipant _,
                    ReviseParticipant _,
                    AddDay _,
                    DropDay _,
                    ChangeAttendanceMode _,
                    CancelRegistration _,
                    ReinstateRegistration _,
                    GiveConsent _,
                    WithdrawConsent _,
                    IssueTicket _,
                    IssueBadge _,
                    DisclosePersonalData _ -> Set.of(Role.STAFF, Role.PARTICIPANT);
        };
    }

    @Override
    public List<Optional<Reason>> record(List<RecordScan> scans, String accessToken) {
        var pass = gate.admit(accessToken, WHO_SCANS, () -> new RegistrationRejected(Reason.NOT_ALLOWED));
        if (scans.size() > MOST_SCANS) {
            throw ScanController.tooMany();
        }
        return batch.record(
                scans, new Commands.Origin(pass.account(), pass.role().name(), pass.correlation(), null));
    }
}
