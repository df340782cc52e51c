package org.sala.ui.pages;

import java.util.Set;
import java.util.UUID;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.ParticipantId;
import org.springframework.stereotype.Component;

/** Signs what modules are asked with from light pages: as one participant, who may act for themselves and for nobody else. */
@Component
public class TokensForParticipants {

    private static final Set<Role> ROLE = Set.of(Role.PARTICIPANT);

    /** The account of whoever looks at a page before it is known who they are. */
    private static final String NOBODY = new UUID(0, 0).toString();

    private final TokenIssuer tokens;

    TokensForParticipants(TokenIssuer tokens) {
        this.tokens = tokens;
    }

    public String of(ParticipantId participant) {
        return tokens.issue(participant.toString(), ROLE);
    }

    /** For somebody who isn't a participant yet, or isn't known to be one. */
    public String ofNobody() {
        return tokens.issue(NOBODY, ROLE);
    }
}
