package org.sala.ports;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to what was scanned of a context's queries a path for each of its commands, and how it says no. */
final class CommandsInOpenApi<C> implements OpenApiCustomizer {

    private static final String BEARER = "accessToken";
    private static final String PROBLEM = "#/components/schemas/Problem";

    private final CommandDoor<C> door;
    private final CommandDecoder<C> decoder;
    private final Words refusals;

    CommandsInOpenApi(CommandDoor<C> door, CommandDecoder<C> decoder, Words refusals) {
        this.door = door;
        this.decoder = decoder;
        this.refusals = refusals;
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info()
                .title("Sala: " + door.context())
                .version("1")
                .description("Commands and queries of the context " + door.context() + ". A command that is sent again"
                        + " with the same content changes nothing.\n\nReasons to be refused:\n\n" + reasons()));
        var components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("RS256, audience " + TokenIssuer.AUDIENCE + ", claim " + JwtAccessTokens.ROLES));
        api.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));

        var schemas = new LinkedHashMap<String, Schema<?>>();
        var records = new RecordSchemas(schemas);
        var paths = api.getPaths() == null ? new Paths() : api.getPaths();
        api.setPaths(paths);
        paths.values().forEach(path -> path.readOperations().forEach(CommandsInOpenApi::mayRefuse));
        decoder.types()
                .forEach((name, type) -> paths.addPathItem("/commands/" + name, command(name, records.of(type))));
        schemas.put("Problem", problem());
        schemas.forEach(components::addSchemas);
    }

    private PathItem command(String name, Schema<?> body) {
        var operation = new Operation()
                .operationId(name)
                .addTagsItem("commands")
                .summary(name.replace('-', ' '))
                .addParametersItem(header(Correlation.HEADER, "carried by the events that come of this")
                        .schema(text().format("uuid")))
                .addParametersItem(header("Accept-Language", "of the words of a refusal: en or km")
                        .schema(text()))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType("application/json", new MediaType().schema(body))))
                .responses(
                        new ApiResponses().addApiResponse("204", new ApiResponse().description("decided and stored")));
        mayRefuse(operation);
        return new PathItem().post(operation);
    }

    private static void mayRefuse(Operation operation) {
        var responses = operation.getResponses();
        refusal(responses, "400", "not readable");
        refusal(responses, "401", "no valid access token");
        refusal(responses, "403", "the role does not allow it");
        refusal(responses, "404", "something it is about is not known");
        if (operation.getRequestBody() != null) {
            refusal(responses, "409", "refused by a rule");
            refusal(responses, "413", "too large");
            refusal(responses, "415", "not JSON");
            refusal(responses, "422", "a field is unknown, missing or malformed");
        }
    }

    private static void refusal(ApiResponses responses, String status, String description) {
        responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(description)
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>(SpecVersion.V31).$ref(PROBLEM)))));
    }

    private static HeaderParameter header(String name, String description) {
        var header = new HeaderParameter();
        header.name(name).description(description);
        return header;
    }

    private static Schema<?> problem() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("type", "a URN that ends in the reason");
        texts.put("title", "in the caller's language");
        texts.put("detail", "in the caller's language");
        texts.put("reason", "the stable reason code");
        var problem = schema("object");
        texts.forEach((name, description) -> problem.addProperty(name, text().description(description)));
        problem.addProperty("status", schema("integer"));
        var details = schema("object").description("what the detail speaks of, by name: ids and numbers");
        details.setAdditionalProperties(text());
        problem.addProperty("details", details);
        problem.setRequired(List.of("type", "title", "status", "detail", "reason", "details"));
        return problem;
    }

    private static Schema<?> text() {
        return schema("string");
    }

    private static Schema<?> schema(String type) {
        var schema = new Schema<>(SpecVersion.V31);
        schema.addType(type);
        return schema;
    }

    private String reasons() {
        var lines = new StringBuilder();
        refusals.all(Locale.ENGLISH)
                .forEach((reason, words) -> lines.append("- `")
                        .append(reason)
                        .append("` ")
                        .append(words)
                        .append('\n'));
        return lines.toString();
    }
}
