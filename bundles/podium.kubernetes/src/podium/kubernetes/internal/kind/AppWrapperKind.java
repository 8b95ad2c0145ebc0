// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.model.value.WorkKind;

/** An AppWrapper: what it wraps lies in its components (codeflare appwrapper/api/v1beta2/appwrapper_types.go). */
public final class AppWrapperKind implements FixedKind, NestingKind {
    private static final KindName NAME = new KindName("workload.codeflare.dev", "v1beta2", "appwrappers", "AppWrapper");
    private static final WorkKind WORK =
            new WorkKind("appwrappers", List.of(WorkKind.Trait.ENDS), "what it wraps is fixed once it exists");

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public WorkKind work(String version) {
        return WORK;
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return OwnerKinds.shape(object);
    }

    @Override
    public Why why() {
        return new Why(
                WORK.fixed() + ", and it makes it anew from there.",
                "Create it again with the nodeSelector in the components it wraps.");
    }

    @Override
    public List<Inner> inside(JsonNode owner) {
        return IntStream.range(0, owner.path("spec").path("components").size())
                .mapToObj(i -> new Inner("/spec/components/" + i + "/template", 1))
                .toList();
    }
}
