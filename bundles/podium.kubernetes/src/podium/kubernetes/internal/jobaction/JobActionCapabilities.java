// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import java.util.Map;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.operation.job.JobActionCompiler;
import podium.operation.plan.KindCatalog;

/** Makes the compiler of acts on jobs of a cluster, and tells what is known of kinds. */
public record JobActionCapabilities(WorkloadKinds kinds) implements CapabilityFactory {
    @Override
    public Map<Class<?>, Object> create(Transport transport, ClusterId id) {
        return Map.of(JobActionCompiler.class, compiler(transport, id), KindCatalog.class, kinds);
    }

    /** The compiler alone, for those who compile acts on any object. */
    public JobActionCompiler compiler(Transport transport, ClusterId id) {
        return new JobActionCompilerImpl(id, new WriteCapabilities().reader(transport), kinds);
    }
}
