// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import podium.core.api.ObjectTables;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.find.CommandWords;
import podium.ui.find.CommandWords.Meaning;
import podium.ui.label.FleetLabels;
import podium.ui.object.ObjectKinds;
import podium.ui.object.ObjectsPart;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.PartLabel;
import podium.ui.toolkit.UiServices;

/** Where the command line leads, and what it knows of the window and of the cluster that is looked at. UI thread. */
@Creatable
public final class CommandTargets {
    private static final String OBJECTS = "podium.part.objects";

    private final FleetService fleet;
    private final FleetSelection selection;
    private final Connections connections;
    private final MApplication application;
    private final EModelService models;
    private final PartActivator parts;
    private final ECommandService commands;
    private final EHandlerService handlers;
    private final UiServices services;
    private Optional<ClusterId> asked = Optional.empty();
    private ObjectKinds kinds = ObjectKinds.NONE;
    private CompletableFuture<?> asking = CompletableFuture.completedFuture("");

    @Inject
    public CommandTargets(
            FleetService fleet,
            FleetSelection selection,
            Connections connections,
            MApplication application,
            EModelService models,
            PartActivator parts,
            ECommandService commands,
            EHandlerService handlers,
            UiServices services) {
        this.fleet = fleet;
        this.selection = selection;
        this.connections = connections;
        this.application = application;
        this.models = models;
        this.parts = parts;
        this.commands = commands;
        this.handlers = handlers;
        this.services = services;
    }

    /**
     * Asks the cluster that is looked at which kinds it has.
     *
     * @param known called when it has told
     */
    void ask(Runnable known) {
        Optional<ClusterId> cluster = CurrentCluster.of(selection, fleet).map(ClusterId::of);
        asking.cancel(true);
        if (!asked.equals(cluster)) {
            asked = cluster;
            kinds = ObjectKinds.NONE;
        }
        cluster.flatMap(id -> connections.capability(id, ObjectTables.class))
                .ifPresent(tables -> asking = services.background()
                        .run(
                                () -> ObjectKinds.read(tables),
                                found -> {
                                    kinds = found;
                                    known.run();
                                },
                                problem -> {
                                    // nothing is proposed then; Objects says why when it is gone to
                                }));
    }

    /** What can be typed now. */
    CommandWords words() {
        Map<String, String> named = models.findElements(application, null, MPart.class).stream()
                .filter(part -> PartLabel.name(part).isPresent())
                .collect(Collectors.toMap(CommandTargets::name, MPart::getElementId, (first, again) -> first));
        List<String> contexts =
                fleet.fleet().getClusters().stream().map(FleetLabels::name).toList();
        return new CommandWords(named, contexts, kinds.resources(), kinds.namespaces());
    }

    private static String name(MPart part) {
        return PartLabel.name(part).orElseThrow().toLowerCase(Locale.ROOT);
    }

    /** Goes where a line says; what is returned is why not. */
    Optional<String> go(String line) {
        return switch (words().read(line)) {
            case Meaning.Part(String id) -> {
                parts.show(id);
                yield Optional.empty();
            }
            case Meaning.Objects(String kind, Optional<String> namespace) -> objects(kind, namespace);
            case Meaning.Context(String name) -> context(name);
            case Meaning.OpenContext() -> {
                handlers.executeHandler(commands.createCommand("podium.command.openKubeconfig", Map.of()));
                yield Optional.empty();
            }
            case Meaning.Unknown(String why) -> Optional.of(why);
        };
    }

    private Optional<String> objects(String kind, Optional<String> namespace) {
        Optional<ObjectsPart> objects =
                parts.show(OBJECTS).filter(ObjectsPart.class::isInstance).map(ObjectsPart.class::cast);
        objects.ifPresent(part -> part.look(kind, namespace));
        return objects.isPresent() ? Optional.empty() : Optional.of(Texts.of("CommandTargets.objectsCannotBeShown"));
    }

    private Optional<String> context(String name) {
        Optional<Cluster> cluster = fleet.fleet().getClusters().stream()
                .filter(it -> FleetLabels.name(it).equals(name))
                .findFirst();
        cluster.ifPresent(it -> selection.set(this, List.of(it)));
        return cluster.isPresent() ? Optional.empty() : Optional.of(Texts.of("CommandTargets.wasClosed", name));
    }
}
