// SPDX-License-Identifier: Apache-2.0
package podium.releng.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.genmodel.GenJDKLevel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.GenPackage;
import org.eclipse.emf.codegen.ecore.genmodel.GenResourceKind;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;

/** Writes {@code model/fleet.genmodel} and {@code src-gen} of a model bundle from its {@code model/fleet.ecore}. */
public final class GenerateModel {
    private static final String BUNDLE = "podium.model";

    private GenerateModel() {}

    /** The folder of the bundle as the only argument. */
    public static void main(String[] arguments) throws IOException {
        Path bundle = Path.of(arguments[0]).toAbsolutePath().normalize();
        Files.createDirectories(bundle.resolve("src-gen"));
        EcorePlugin.getPlatformResourceMap().put(BUNDLE, URI.createFileURI(bundle + "/"));
        GenModel model = describe(new ResourceSetImpl());
        Generator generator = new Generator();
        generator
                .getAdapterFactoryDescriptorRegistry()
                .addDescriptor(GenModelPackage.eNS_URI, GenModelGeneratorAdapterFactory.DESCRIPTOR);
        generator.setInput(model);
        Diagnostic result =
                generator.generate(model, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, "model", new BasicMonitor());
        if (result.getSeverity() > Diagnostic.WARNING) {
            print(result, "");
            System.exit(1);
        }
    }

    private static GenModel describe(ResourceSet set) throws IOException {
        var factories = set.getResourceFactoryRegistry().getExtensionToFactoryMap();
        factories.put("ecore", new EcoreResourceFactoryImpl());
        factories.put("genmodel", new EcoreResourceFactoryImpl());
        GenModelPackage.eINSTANCE.eClass();
        Resource ecore = set.getResource(uri("fleet.ecore"), true);
        Resource resource = set.createResource(uri("fleet.genmodel"));
        GenModel model = GenModelFactory.eINSTANCE.createGenModel();
        resource.getContents().add(model);
        model.initialize(List.of((EPackage) ecore.getContents().getFirst()));
        model.getForeignModel().add("fleet.ecore");
        model.setModelName("Fleet");
        model.setModelPluginID(BUNDLE);
        model.setModelDirectory("/" + BUNDLE + "/src-gen");
        model.setCopyrightText("SPDX-License-Identifier: Apache-2.0");
        model.setCopyrightFields(false);
        model.setComplianceLevel(GenJDKLevel.JDK170_LITERAL);
        model.setSuppressGenModelAnnotations(true);
        model.setRootExtendsClass("org.eclipse.emf.ecore.impl.MinimalEObjectImpl$Container");
        model.setBundleManifest(false);
        model.setUpdateClasspath(false);
        model.setSuppressEMFMetaData(true);
        model.setSuppressNotification(false);
        model.setOperationReflection(false);
        model.setMinimalReflectiveMethods(true);
        model.setLanguage("en");
        model.setCanGenerate(true);
        GenPackage fleet = model.getGenPackages().getFirst();
        fleet.setBasePackage(BUNDLE);
        fleet.setPrefix("Fleet");
        fleet.setDisposableProviderFactory(true);
        fleet.setFileExtensions("podium");
        fleet.setResource(GenResourceKind.NONE_LITERAL);
        resource.save(null);
        return model;
    }

    private static URI uri(String file) {
        return URI.createPlatformResourceURI(BUNDLE + "/model/" + file, true);
    }

    private static void print(Diagnostic diagnostic, String indent) {
        System.err.println(indent + diagnostic.getMessage());
        diagnostic.getChildren().forEach(child -> print(child, indent + "  "));
    }
}
