// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.json.Json;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanChanges;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/** What the marks on nodes say of their cordons, told in the plan that lifts them. Blocks. */
final class OwnCordons {
    private static final Pattern MARK =
            Pattern.compile("podium [-\\w]+ (planned )?at [-:.\\w]+; was unschedulable=false");
    private static final String ANNOTATIONS = "/metadata/annotations";

    private OwnCordons() {}

    /**
     * The plan with the marks that its nodes bear: each is put back with the cordon by the undo, so that what had set it can be undone
     * after that; and of Podium's own cordons nobody is warned.
     *
     * @param uncordon as it is made without reading
     */
    static Plan told(Plan uncordon, ObjectReader reader) throws IOException {
        List<Step> steps = new ArrayList<>();
        List<Step> undo = new ArrayList<>();
        boolean own = true;
        for (int i = 0; i < uncordon.steps().size(); i++) {
            Step.Write lift = (Step.Write) uncordon.steps().get(i);
            Step.Write again = (Step.Write) uncordon.undo().get(i);
            Optional<String> mark = mark(reader, lift.write());
            own &= mark.isPresent();
            steps.add(mark.map(known -> new Step.Write(lift.write(), Optional.of(marked(again.write(), known))))
                    .orElse(lift));
            undo.add(mark.map(known -> new Step.Write(
                            marked(again.write(), known), again.undo().map(it -> lifting(it, known))))
                    .orElse(again));
        }
        List<String> effects = new ArrayList<>(uncordon.effects());
        if (own) {
            effects.set(1, Texts.of("OwnCordons.podiumCordoned"));
        }
        return new Plan(
                uncordon.cluster(),
                uncordon.kind(),
                uncordon.title(),
                steps,
                effects,
                uncordon.irreversible(),
                PlanChanges.of(steps),
                undo);
    }

    private static Optional<String> mark(ObjectReader reader, ApiWrite write) throws IOException {
        return reader.read(write.target())
                .map(text ->
                        Json.read(text).at(ANNOTATIONS).path(Cordons.ANNOTATION).asText())
                .filter(mark -> MARK.matcher(mark).matches());
    }

    /** A cordon with this mark, at whatever version the node is by then. */
    private static ApiWrite marked(ApiWrite cordon, String mark) {
        JsonNode body = Json.read(cordon.body());
        ((ObjectNode) body.at(ANNOTATIONS)).put(Cordons.ANNOTATION, mark);
        return with(cordon, Json.write(body));
    }

    private static ApiWrite lifting(ApiWrite lift, String mark) {
        JsonNode body = Json.read(lift.body());
        ((ObjectNode) body.get(0)).put("value", mark);
        return with(lift, Json.write(body));
    }

    private static ApiWrite with(ApiWrite write, String body) {
        return new ApiWrite(
                write.verb(),
                write.target(),
                write.subresource(),
                body,
                write.uid(),
                write.resourceVersion(),
                write.words());
    }
}
