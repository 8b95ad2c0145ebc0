// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kueue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.KueueNames;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.ObjectReads;

/** The Workloads that Kueue makes of jobs (kueue pkg/controller/constants, apis/kueue). Blocks; any thread. */
public final class KueueWorkloadReader {
    private static final String ACTIVE = "/spec/active";
    private static final String GROUP = "kueue.x-k8s.io";
    /** Versions of its API, the newest first. */
    public static final List<String> VERSIONS = List.of("v1beta2", "v1beta1");

    private KueueWorkloadReader() {}

    /**
     * A Workload as it is named and known to the server.
     *
     * @param owner JSON pointer to the uid of the job in it
     * @param job uid of the job
     * @param object all of it
     */
    public record Found(ObjectRef ref, String owner, String job, JsonNode object) {
        /** False: Kueue does not admit it until it is activated; its CRD fills in true. */
        public boolean isActive() {
            return object.path("spec").path("active").asBoolean(true);
        }

        /** True when it was Kueue that has deactivated it. */
        public boolean isGivenUp() {
            for (JsonNode one : object.path("status").path("conditions")) {
                if (Trees.text(one, "/type").equals("Evicted")) {
                    return Trees.text(one, "/reason").startsWith("DeactivatedDueTo");
                }
            }
            return false;
        }

        /** Operations that test what they change; it is known by the job that controls it. */
        public ApiWrite patch(ArrayNode operations, String words) {
            return new ApiWrite(
                    ApiWrite.Verb.JSON_PATCH,
                    ref,
                    "",
                    Trees.write(operations),
                    Optional.empty(),
                    Optional.empty(),
                    words);
        }

        /** The templates that Kueue puts back into the job when it stops it. */
        public Templates templates() {
            JsonNode sets = object.path("spec").path("podSets");
            List<Template> templates = new ArrayList<>();
            for (int i = 0; i < sets.size(); i++) {
                String at = "/spec/podSets/" + i;
                templates.add(new Template(
                        sets.path(i).path("name").asText(),
                        at + "/template/spec",
                        sets.path(i).path("count").asInt(1),
                        at + "/name"));
            }
            return Templates.in(ref, object, templates);
        }

        /**
         * Sets spec.active (its CRD fills in true). Kueue may have made the Workload anew under its name, so it is known by the job
         * that controls it.
         */
        public ApiWrite active(boolean active, String words) {
            ArrayNode patch = Trees.array();
            patch.addObject().put("op", "test").put("path", owner).put("value", job);
            patch.addObject().put("op", "test").put("path", ACTIVE).put("value", !active);
            patch.addObject().put("op", "replace").put("path", ACTIVE).put("value", active);
            return new ApiWrite(
                    ApiWrite.Verb.JSON_PATCH, ref, "", Trees.write(patch), Optional.empty(), Optional.empty(), words);
        }
    }

    /**
     * The Workload by which Kueue holds the job now: the job controls it, so that nobody else made it up, and it has not finished,
     * as that of a former run has. Empty: there is none, or Kueue is not installed.
     */
    public static Optional<Found> of(ObjectReader reader, ObjectRef job, String uid) throws IOException {
        return of(new ObjectReads(reader), job, uid);
    }

    public static Optional<Found> of(ObjectReads objects, ObjectRef job, String uid) throws IOException {
        for (String version : VERSIONS) {
            for (JsonNode one : objects.list(ref(version, job.namespace(), ""), KueueNames.JOB_UID + "=" + uid)) {
                JsonNode owners = one.path("metadata").path("ownerReferences");
                for (int i = 0; i < owners.size(); i++) {
                    boolean controls = owners.path(i).path("controller").asBoolean()
                            && uid.equals(owners.path(i).path("uid").asText());
                    if (controls && !ObjectReads.holds(one, "Finished")) {
                        return Optional.of(new Found(
                                ref(version, job.namespace(), Trees.text(one, "/metadata/name")),
                                "/metadata/ownerReferences/" + i + "/uid",
                                uid,
                                one));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static ObjectRef ref(String version, String namespace, String name) {
        return new ObjectRef(GROUP, version, "workloads", "Workload", namespace, name);
    }
}
