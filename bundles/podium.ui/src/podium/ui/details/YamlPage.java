// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.ui.label.FleetLabels;
import podium.ui.object.YamlView;
import podium.ui.selection.ApiObjects;
import podium.ui.texts.Texts;
import podium.ui.toolkit.UiServices;

/** The object behind a thing as YAML, read while it is seen. */
public final class YamlPage implements DetailsPage {
    private final YamlView view;
    private final OnDemandRead demand;
    private @Nullable EObject shown;

    public YamlPage(Composite parent, UiServices services, Connections connections) {
        demand = new OnDemandRead(connections, services.background());
        view = new YamlView(parent, services, this::reload, this::follow);
        view.control().addDisposeListener(event -> demand.stop());
    }

    @Override
    public String title() {
        return Texts.of("YamlPage.yaml");
    }

    @Override
    public String id() {
        return "yaml";
    }

    @Override
    public Control control() {
        return view.control();
    }

    @Override
    public boolean isFor(EObject thing) {
        return ApiObjects.of(thing).isPresent();
    }

    @Override
    public void show(EObject thing) {
        if (thing != shown) {
            shown = thing;
            reload();
        }
    }

    private void reload() {
        @Nullable EObject thing = shown;
        if (thing != null) {
            view.begin(
                    FleetLabels.cluster(thing).map(ClusterId::of).orElse(new ClusterId("")),
                    ApiObjects.of(thing).map(ObjectRef::displayName).orElse(""));
            read(view::clear);
        }
    }

    private void follow() {
        read(view::stay);
    }

    private void read(Consumer<String> failed) {
        @Nullable EObject thing = shown;
        if (thing != null) {
            ApiObjects.of(thing)
                    .ifPresent(ref -> demand.read(
                            thing,
                            reader -> YamlView.Shown.read(reader, ref, ApiObjects.uid(thing)),
                            view::show,
                            failed));
        }
    }
}
