// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import podium.core.change.ChangeSink;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ContextList;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.KubeconfigException;
import podium.core.file.Workspace;
import podium.kubernetes.internal.client.ClientCapabilities;
import podium.kubernetes.internal.credential.ConsentStore;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.decode.Kinds;
import podium.kubernetes.internal.exporter.ExporterCapabilities;
import podium.kubernetes.internal.jobaction.JobActionCapabilities;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kind.standard.StandardKinds;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.internal.objectaction.ObjectActionCapabilities;
import podium.kubernetes.internal.place.adapter.PlaceCapabilities;
import podium.kubernetes.internal.submit.SubmitCapabilities;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.write.WriteCapabilities;

/** Opens Kubernetes clusters named by kubeconfigs. */
@Component
public final class KubernetesConnector implements ClusterConnector {
    private final List<Kind> kinds;
    private final List<CapabilityFactory> capabilities;
    private final MirrorTiming timing;
    private final Optional<Path> memories;
    private final ConsentStore consents;
    private final OperatorEnvironment environment = OperatorEnvironment.ofProcess();

    /** As the console uses it. */
    @Activate
    public KubernetesConnector() {
        this(StandardKinds.all());
    }

    private KubernetesConnector(WorkloadKinds kinds) {
        this(
                kinds,
                List.of(
                        new WriteCapabilities(),
                        new PlaceCapabilities(kinds),
                        new JobActionCapabilities(kinds),
                        new ObjectActionCapabilities(kinds),
                        new SubmitCapabilities(kinds),
                        new ExporterCapabilities(),
                        new ClientCapabilities()),
                MirrorTiming.usual(),
                Workspace.own("known"),
                new ConsentStore(Workspace.own("agreed")));
    }

    /** With other capabilities or another patience, and without a memory. */
    public KubernetesConnector(List<CapabilityFactory> capabilities, MirrorTiming timing) {
        this(capabilities, timing, Optional.empty());
    }

    /** @param memories folder in which is kept what is known of clusters; empty: nothing is */
    public KubernetesConnector(List<CapabilityFactory> capabilities, MirrorTiming timing, Optional<Path> memories) {
        this(capabilities, timing, memories, new ConsentStore(Optional.empty()));
    }

    public KubernetesConnector(
            List<CapabilityFactory> capabilities, MirrorTiming timing, Optional<Path> memories, ConsentStore consents) {
        this(StandardKinds.all(), capabilities, timing, memories, consents);
    }

    private KubernetesConnector(
            WorkloadKinds kinds,
            List<CapabilityFactory> capabilities,
            MirrorTiming timing,
            Optional<Path> memories,
            ConsentStore consents) {
        this.kinds = Kinds.with(kinds.all(), kinds);
        this.consents = consents;
        this.capabilities = List.copyOf(capabilities);
        this.timing = timing;
        this.memories = memories;
    }

    @Override
    public List<ClusterTarget> contexts(Path kubeconfig) throws KubeconfigException {
        return environment.lists().contexts(kubeconfig);
    }

    @Override
    public ContextList list(Path kubeconfig) {
        return environment.lists().list(kubeconfig);
    }

    @Override
    public ContextList usual() {
        return environment.lists().usual();
    }

    @Override
    public ClusterTarget again(ClusterTarget target) {
        return target.simulated() ? target : environment.lists().again(target);
    }

    @Override
    public ClusterConnection open(
            ClusterTarget target, ChangeSink sink, BiConsumer<ClusterConnection, IdentityChange> over) {
        KubernetesConnection connection = new KubernetesConnection(
                target,
                environment,
                sink,
                kinds,
                capabilities,
                timing,
                target.simulated() ? Optional.empty() : memories,
                consents,
                over);
        connection.start();
        return connection;
    }
}
