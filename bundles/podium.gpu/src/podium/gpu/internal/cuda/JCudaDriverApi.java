// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.cuda;

import static jcuda.driver.CUdevice_P2PAttribute.CU_DEVICE_P2P_ATTRIBUTE_NATIVE_ATOMIC_SUPPORTED;
import static jcuda.driver.CUdevice_P2PAttribute.CU_DEVICE_P2P_ATTRIBUTE_PERFORMANCE_RANK;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_ASYNC_ENGINE_COUNT;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_PCI_BUS_ID;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_PCI_DEVICE_ID;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_PCI_DOMAIN_ID;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jcuda.driver.CUdevice;
import jcuda.driver.CUresult;
import jcuda.driver.CUuuid;
import jcuda.driver.JCudaDriver;
import podium.core.link.LinkProbeException;
import podium.core.link.PeerAccess;

/** The CUDA driver API by JCuda. */
public final class JCudaDriverApi implements Cuda {
    private static final int NAME = 256;

    private final List<CUdevice> devices = new ArrayList<>();

    /**
     * Initializes the driver and counts its devices. Loads no module and compiles nothing.
     *
     * @throws LinkProbeException when there is no driver, or none that works; with the reason in a sentence
     */
    public JCudaDriverApi() {
        int code = init();
        int[] count = new int[1];
        if (code == CUresult.CUDA_SUCCESS) {
            code = JCudaDriver.cuDeviceGetCount(count);
        }
        if (code != CUresult.CUDA_SUCCESS || count[0] == 0) {
            throw new LinkProbeException(
                    CudaAbsence.of(code == CUresult.CUDA_SUCCESS ? CUresult.CUDA_ERROR_NO_DEVICE : code));
        }
        for (int ordinal = 0; ordinal < count[0]; ordinal++) {
            CUdevice device = new CUdevice();
            check("cuDeviceGet", JCudaDriver.cuDeviceGet(device, ordinal));
            devices.add(device);
        }
    }

    private static int init() {
        try {
            JCudaDriver.setExceptionsEnabled(false);
            return JCudaDriver.cuInit(0);
        } catch (LinkageError e) {
            throw new LinkProbeException(CudaAbsence.of(e));
        }
    }

    @Override
    public int version() {
        int[] version = new int[1];
        check("cuDriverGetVersion", JCudaDriver.cuDriverGetVersion(version));
        return version[0];
    }

    @Override
    public List<CudaDevice> devices() {
        List<CudaDevice> all = new ArrayList<>();
        for (int ordinal = 0; ordinal < devices.size(); ordinal++) {
            all.add(device(ordinal));
        }
        return all;
    }

    private CudaDevice device(int ordinal) {
        CUdevice device = devices.get(ordinal);
        byte[] name = new byte[NAME];
        check("cuDeviceGetName", JCudaDriver.cuDeviceGetName(name, NAME, device));
        CUuuid uuid = new CUuuid();
        check("cuDeviceGetUuid", JCudaDriver.cuDeviceGetUuid(uuid, device));
        String pci = String.format(
                "%04X:%02X:%02X.0",
                attribute(device, CU_DEVICE_ATTRIBUTE_PCI_DOMAIN_ID).orElse(0),
                attribute(device, CU_DEVICE_ATTRIBUTE_PCI_BUS_ID).orElse(0),
                attribute(device, CU_DEVICE_ATTRIBUTE_PCI_DEVICE_ID).orElse(0));
        OptionalInt major = attribute(device, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
        OptionalInt minor = attribute(device, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        return new CudaDevice(
                ordinal,
                uuid(uuid.bytes),
                text(name),
                pci,
                major.isPresent() && minor.isPresent() ? major.getAsInt() + "." + minor.getAsInt() : "",
                attribute(device, CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT),
                attribute(device, CU_DEVICE_ATTRIBUTE_ASYNC_ENGINE_COUNT));
    }

    @Override
    public PeerAccess terms(int from, int to) {
        int[] access = new int[1];
        check("cuDeviceCanAccessPeer", JCudaDriver.cuDeviceCanAccessPeer(access, devices.get(from), devices.get(to)));
        OptionalInt atomics = peer(CU_DEVICE_P2P_ATTRIBUTE_NATIVE_ATOMIC_SUPPORTED, from, to);
        return new PeerAccess(
                access[0] != 0,
                peer(CU_DEVICE_P2P_ATTRIBUTE_PERFORMANCE_RANK, from, to),
                atomics.isPresent() ? Optional.of(atomics.getAsInt() != 0) : Optional.empty());
    }

    private OptionalInt peer(int attribute, int from, int to) {
        int[] value = new int[1];
        int code = JCudaDriver.cuDeviceGetP2PAttribute(value, attribute, devices.get(from), devices.get(to));
        return code == CUresult.CUDA_SUCCESS ? OptionalInt.of(value[0]) : OptionalInt.empty();
    }

    @Override
    public Context open(int ordinal) {
        return new JCudaContext(ordinal, devices.get(ordinal));
    }

    private static OptionalInt attribute(CUdevice device, int attribute) {
        int[] value = new int[1];
        return JCudaDriver.cuDeviceGetAttribute(value, attribute, device) == CUresult.CUDA_SUCCESS
                ? OptionalInt.of(value[0])
                : OptionalInt.empty();
    }

    private static String text(byte[] bytes) {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static String uuid(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        return "GPU-" + hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    static void check(String call, int code) {
        if (code != CUresult.CUDA_SUCCESS) {
            throw new CudaException(call, code, CUresult.stringFor(code));
        }
    }
}
