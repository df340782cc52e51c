package org.sala.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.ports.CommandBatches;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What devices noted while they were offline, over HTTP. */
@RestController
final class ScanController {

    /** As long as a batch can be; a scan has some 400 bytes. */
    private static final int LONGEST = 512 * 1024;

    private final RegistrationPort port;
    private final CommandBatches<RegistrationCommand> batches;

    ScanController(RegistrationPort port, CommandBatches<RegistrationCommand> batches) {
        this.port = port;
        this.batches = batches;
    }

    /** One that is malformed is answered like one that is refused, and keeps none of the others out. */
    @Operation(
            operationId = "recordScans",
            summary = "Takes in up to 500 scans; for each in order why it was refused, or null",
            tags = "commands",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            array =
                                                    @ArraySchema(
                                                            maxItems = RegistrationPort.MOST_SCANS,
                                                            schema =
                                                                    @Schema(ref = "#/components/schemas/RecordScan")))))
    @PostMapping(path = "/scans", consumes = MediaType.APPLICATION_JSON_VALUE)
    List<@Nullable Reason> record(InputStream body, @AuthenticationPrincipal Jwt token) {
        var read = batches.read(RecordScan.class, body, LONGEST);
        if (read.size() > RegistrationPort.MOST_SCANS) {
            // malformed ones count too
            throw tooMany();
        }
        var answers = port.record(read.stream().flatMap(Optional::stream).toList(), token.getTokenValue())
                .iterator();
        var reasons = new ArrayList<@Nullable Reason>();
        for (var scan : read) {
            reasons.add(scan.isPresent() ? answers.next().orElse(null) : Reason.MALFORMED);
        }
        return reasons;
    }

    static RegistrationRejected tooMany() {
        return new RegistrationRejected(
                Reason.TOO_MANY_SCANS, Map.of("most", Integer.toString(RegistrationPort.MOST_SCANS)));
    }
}
