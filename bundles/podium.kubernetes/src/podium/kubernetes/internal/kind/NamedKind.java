// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import java.util.List;
import podium.kubernetes.internal.json.KindName;
import podium.model.value.WorkKind;
import podium.model.value.WorkKind.Trait;

/** A kind of which the same holds in each of its versions. */
public abstract class NamedKind implements WorkloadKind {
    private final KindName name;
    private final WorkKind work;

    /** A kind whose pods can be placed through it. */
    protected NamedKind(KindName name, Trait... traits) {
        this(name, "", traits);
    }

    /** @param fixed why its pods cannot be placed through it, as a part of a sentence; empty: they can */
    protected NamedKind(KindName name, String fixed, Trait... traits) {
        this.name = name;
        work = new WorkKind(name.resource(), List.of(traits), fixed);
    }

    @Override
    public final KindName name() {
        return name;
    }

    @Override
    public final WorkKind work(String version) {
        return work;
    }

    /** Why its pods cannot be placed through it, as a part of a sentence; empty: they can. */
    protected final String fixed() {
        return work.fixed();
    }
}
