// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.List;
import java.util.Locale;
import podium.model.fleet.Vendor;

/**
 * A maker of accelerators, and how its devices are told by names. The only place where the maker decides anything: the rest asks for the
 * word of it, or goes by the resource name or the label itself. One line a maker, the more telling name first.
 *
 * @param word what an operator calls a whole device of it
 * @param drivers what of the names of its DRA drivers tells it
 * @param products what of the names of its products tells it
 */
public record AcceleratorMaker(Vendor vendor, String word, List<String> drivers, List<String> products) {
    private static final List<AcceleratorMaker> ALL = List.of(
            of(Vendor.NVIDIA, "GPU", "nvidia hami-core-gpu", "nvidia", "tesla", "geforce", "quadro"),
            of(Vendor.AMD, "GPU", "amd", "amd", "instinct", "radeon"),
            of(Vendor.HABANA, "Gaudi", "gaudi habana", "gaudi"),
            of(Vendor.INTEL, "GPU", "intel", "intel"),
            of(Vendor.GOOGLE, "TPU", "google tpu", "tpu"),
            of(Vendor.AWS, "Neuron device", "neuron aws", "trainium", "inferentia"),
            of(Vendor.ASCEND, "NPU", "ascend huawei", "ascend"),
            of(Vendor.MOORE_THREADS, "GPU", "mthreads", "mtt ", "moore threads"),
            of(Vendor.CAMBRICON, "MLU", "cambricon mlu", "mlu"),
            of(Vendor.HYGON, "DCU", "hygon dcu", "hygon", "dcu"),
            of(Vendor.METAX, "GPU", "metax", "metax"),
            of(Vendor.ILUVATAR, "GPU", "iluvatar", "iluvatar"),
            of(Vendor.ENFLAME, "GCU", "enflame", "enflame"),
            of(Vendor.KUNLUNXIN, "XPU", "kunlunxin", "kunlun"),
            of(Vendor.BIREN, "GPU", "biren", "biren"),
            of(Vendor.VASTAI, "VA", "vastai", "vastai"),
            of(Vendor.QUALCOMM, "AI 100", "qualcomm qaic", "qaic", "ai 100"),
            of(Vendor.FURIOSA, "NPU", "furiosa", "furiosa", "rngd", "warboy"),
            of(Vendor.REBELLIONS, "NPU", "rebellions", "rebellions", "rbln"),
            of(Vendor.TENSTORRENT, "Tensix card", "tenstorrent", "tenstorrent", "wormhole", "blackhole"),
            of(Vendor.ALIBABA, "PPU", "t-head ppu.ali", "t-head", "ppu"),
            of(Vendor.GRAPHCORE, "IPU", "graphcore", "graphcore", "ipu"));

    private static final AcceleratorMaker SOMEBODY = of(Vendor.UNKNOWN, "GPU", "");

    private static AcceleratorMaker of(Vendor vendor, String word, String drivers, String... products) {
        return new AcceleratorMaker(vendor, word, List.of(drivers.split(" ")), List.of(products));
    }

    /** The line of a maker. */
    public static AcceleratorMaker of(Vendor vendor) {
        return ALL.stream().filter(maker -> maker.vendor == vendor).findFirst().orElse(SOMEBODY);
    }

    /** Whose a DRA driver is, as its name says. */
    public static AcceleratorMaker ofDriver(String driver) {
        String name = driver.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(maker -> maker.drivers.stream().anyMatch(name::contains))
                .findFirst()
                .orElse(SOMEBODY);
    }

    /** Whose a product is, as its name says. */
    public static AcceleratorMaker ofProduct(String product) {
        String name = product.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(maker -> maker.products.stream().anyMatch(name::contains))
                .findFirst()
                .orElse(SOMEBODY);
    }
}
