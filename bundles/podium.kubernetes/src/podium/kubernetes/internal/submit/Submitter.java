// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import podium.core.api.ObjectReader;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.client.TransportFieldHints;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.transport.Transport;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Preconditions;
import podium.operation.submit.Manifest;
import podium.operation.submit.ManifestCompiler;

/** Reads and compiles for one cluster. Any thread; blocks. */
final class Submitter implements ManifestCompiler {
    private final WorkloadKinds kinds;
    private final ClusterId cluster;
    private final Transport transport;
    private final ObjectReader reader;
    private final RandomGenerator random;
    private final TransportFieldHints fields;

    Submitter(
            ClusterId cluster, Transport transport, ObjectReader reader, RandomGenerator random, WorkloadKinds kinds) {
        this.kinds = kinds;
        this.cluster = cluster;
        this.transport = transport;
        this.reader = reader;
        this.random = random;
        this.fields = new TransportFieldHints(transport);
    }

    @Override
    public Manifest read(List<Source> sources, String namespace) throws IOException {
        return new ManifestReader(
                        cluster, new ServedKinds(transport), kinds, reader, fields, new ObjectNaming(random), namespace)
                .read(sources);
    }

    @Override
    public Result compile(Manifest manifest, Way way) throws IOException {
        try {
            String mark = HexFormat.of().toHexDigits(random.nextLong());
            return new Result.Compiled(
                    Preconditions.checked(new SubmitPlan(cluster, reader, mark, kinds).of(manifest, way)));
        } catch (Refusal refusal) {
            return refusal.result();
        }
    }
}
