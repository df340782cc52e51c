package org.sala.registration;

import java.util.Set;
import org.sala.eventing.Commands;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.ForgetPersonalData;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;

/** The port: who may ask for what. */
final class GatedRegistration implements RegistrationPort {

    private final CommandGate gate;
    private final Commands commands;

    GatedRegistration(CommandGate gate, Commands commands) {
        this.gate = gate;
        this.commands = commands;
    }

    @Override
    public void send(RegistrationCommand command, String accessToken) {
        var pass = gate.admit(accessToken, whoMay(command), () -> new RegistrationRejected(Reason.NOT_ALLOWED));
        commands.send(command, new Commands.Origin(pass.account(), pass.role().name(), pass.correlation(), null));
    }

    /** Staff set up, register and erase; whoever stands at a door checks in. */
    static Set<Role> whoMay(RegistrationCommand command) {
        return switch (command) {
            case AnnounceSummit _, EnrolOrganization _, RegisterParticipant _, EraseParticipant _ -> Set.of(Role.STAFF);
            case ForgetPersonalData _, DisclosePersonalData _ -> Set.of(Role.STAFF);
            case CheckInParticipant _ -> Set.of(Role.STAFF, Role.FACILITATOR);
        };
    }
}
