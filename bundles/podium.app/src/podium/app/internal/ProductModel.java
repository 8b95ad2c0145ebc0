// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimElement;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;

/**
 * The platform saves the whole application model, menus, keys and commands included, and after an update of the product goes on
 * with those of the old one. Of what was saved only how the operator arranged the window is kept: its place, the parts in it and
 * their state; all else is that of the product. Runs before the fragments of the model are merged, which then find it as at the
 * first start. UI thread.
 */
public final class ProductModel {
    /** Of the e4 workbench (E4Workbench.NO_SAVED_MODEL_FOUND): true when it opens as at the first start. */
    private static final String AS_AT_FIRST = "NO_SAVED_MODEL_FOUND";

    /** Of the e4 workbench (E4Workbench.INITIAL_WORKBENCH_MODEL_URI): where the model of the product is. */
    private static final String DEFINITION = "initialWorkbenchModelURI";

    /** What is made by the product itself, as against what the platform puts into a trim for a part that is minimized. */
    private static final String OURS = "bundleclass://podium.";

    @Execute
    void renew(MApplication saved, IEclipseContext context) {
        if (Boolean.TRUE.equals(context.get(AS_AT_FIRST)) || !(context.get(DEFINITION) instanceof URI definition)) {
            return;
        }
        Resource resource = ((EObject) saved).eResource().getResourceSet().getResource(definition, true);
        try {
            renew(saved, (MApplication) resource.getContents().getFirst());
        } finally {
            resource.getResourceSet().getResources().remove(resource);
        }
    }

    /**
     * Makes a saved model that of the product, but for the arrangement of the window.
     *
     * @param product as the product comes; what is taken from it is missing in it then
     */
    static void renew(MApplication saved, MApplication product) {
        List<MWindow> windows = List.copyOf(product.getChildren());
        ((EObject) product).eAllContents().forEachRemaining(ProductModel::contributed);
        for (EReference feature : ((EObject) product).eClass().getEAllReferences()) {
            if (!feature.getName().equals("children") && !feature.getName().equals("persistedState")) {
                take(feature, (EObject) saved, (EObject) product);
            }
        }
        replace(saved.getBindingContexts(), product.getBindingContexts());
        for (MWindow window : saved.getChildren()) {
            windows.stream()
                    .filter(made -> made.getElementId().equals(window.getElementId()))
                    .findFirst()
                    .ifPresent(made -> renew(window, made));
        }
    }

    private static void renew(MWindow saved, MWindow product) {
        saved.setLabel(product.getLabel());
        saved.setMainMenu(product.getMainMenu());
        replace(saved.getHandlers(), product.getHandlers());
        replace(saved.getBindingContexts(), product.getBindingContexts());
        if (saved instanceof MTrimmedWindow kept && product instanceof MTrimmedWindow made) {
            renewTrim(kept.getTrimBars(), made.getTrimBars());
        }
        new SavedParts(saved, product).renew();
    }

    /** The bars of the product; of the saved ones what stands for a minimized part. */
    private static void renewTrim(List<MTrimBar> saved, List<MTrimBar> product) {
        List<MTrimBar> old = List.copyOf(saved);
        replace(saved, product);
        for (MTrimBar bar : old) {
            List<MTrimElement> minimized = bar.getChildren().stream()
                    .filter(element -> element instanceof MToolControl control
                            && control.getContributionURI() != null
                            && !control.getContributionURI().startsWith(OURS))
                    .toList();
            replace(bar.getChildren(), minimized);
            saved.stream()
                    .filter(made -> made.getSide() == bar.getSide())
                    .findFirst()
                    .ifPresentOrElse(
                            made -> made.getChildren().addAll(minimized),
                            () -> saved.addAll(minimized.isEmpty() ? List.of() : List.of(bar)));
        }
    }

    private static void take(EReference feature, EObject saved, EObject product) {
        if (!feature.isContainment() || feature.isTransient() || !feature.isChangeable()) {
            return;
        }
        if (feature.isMany()) {
            @SuppressWarnings("unchecked") // a reference of many holds objects
            EList<EObject> to = (EList<EObject>) saved.eGet(feature);
            @SuppressWarnings("unchecked")
            EList<EObject> from = (EList<EObject>) product.eGet(feature);
            replace(to, from);
        } else {
            saved.eSet(feature, product.eGet(feature));
        }
    }

    private static <T> void replace(List<T> saved, Collection<T> product) {
        List<T> taken = new ArrayList<>(product);
        saved.clear();
        saved.addAll(taken);
    }

    /** As the platform marks what it loads from the product's own model. */
    private static void contributed(EObject object) {
        if (object instanceof MApplicationElement element) {
            element.setContributorURI("platform:/plugin/podium.app");
        }
    }
}
