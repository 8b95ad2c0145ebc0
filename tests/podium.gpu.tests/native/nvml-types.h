/* SPDX-License-Identifier: Apache-2.0
 *
 * The structures of nvml.h that Podium exchanges with the driver, written from NVIDIA's documentation of them, and the
 * place a C compiler gives each of their members.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned int u32;
typedef unsigned long long u64;

typedef struct {
    char busIdLegacy[16];
    u32 domain, bus, device, pciDeviceId, pciSubSystemId;
    char busId[32];
} nvmlPciInfo_t;

typedef struct {
    u32 version;
    u64 total, reserved, free, used;
} nvmlMemory_v2_t;

typedef struct {
    u32 gpu, memory;
} nvmlUtilization_t;

typedef struct {
    u32 pid;
    u64 usedGpuMemory;
} nvmlProcessInfo_v1_t;

typedef struct {
    u32 pid;
    u64 usedGpuMemory;
    u32 gpuInstanceId, computeInstanceId;
} nvmlProcessInfo_v2_t;

typedef struct {
    void *device;
    u64 eventType, eventData;
    u32 gpuInstanceId, computeInstanceId;
} nvmlEventData_t;

typedef union {
    double dVal;
    int siVal;
    u32 uiVal;
    unsigned long ulVal;
    u64 ullVal;
    long long sllVal;
    unsigned short usVal;
} nvmlValue_t;

typedef struct {
    u32 fieldId, scopeId;
    long long timestamp, latencyUsec;
    int valueType, nvmlReturn;
    nvmlValue_t value;
} nvmlFieldValue_t;

typedef struct {
    unsigned char clusterUuid[16];
    int status;
    u32 cliqueId;
    unsigned char state;
} nvmlGpuFabricInfo_t;

typedef struct {
    u32 version;
    unsigned char clusterUuid[16];
    int status;
    u32 cliqueId;
    unsigned char state;
    u32 healthMask;
} nvmlGpuFabricInfo_v2_t;

typedef struct {
    u32 version;
    unsigned char clusterUuid[16];
    int status;
    u32 cliqueId;
    unsigned char state;
    u32 healthMask;
    unsigned char healthSummary;
} nvmlGpuFabricInfo_v3_t;

typedef struct {
    u32 multiprocessorCount, sharedCopyEngineCount, sharedDecoderCount, sharedEncoderCount, sharedJpegCount;
    u32 sharedOfaCount, gpuInstanceSliceCount, computeInstanceSliceCount;
    u64 memorySizeMB;
} nvmlDeviceAttributes_t;

typedef struct {
    u32 start, size;
} nvmlGpuInstancePlacement_t;

typedef struct {
    void *device;
    u32 id, profileId;
    nvmlGpuInstancePlacement_t placement;
} nvmlGpuInstanceInfo_t;

typedef struct {
    u32 max, high, partial, low, none;
} nvmlRowRemapperHistogramValues_t;

struct place {
    const char *type, *member;
    size_t offset, size;
};

#define WHOLE(type) {#type, "", 0, sizeof(type)}
#define MEMBER(type, member) {#type, #member, offsetof(type, member), sizeof(((type *) 0)->member)}

static const struct place places[] = {
    WHOLE(nvmlPciInfo_t),
    MEMBER(nvmlPciInfo_t, busIdLegacy),
    MEMBER(nvmlPciInfo_t, domain),
    MEMBER(nvmlPciInfo_t, bus),
    MEMBER(nvmlPciInfo_t, device),
    MEMBER(nvmlPciInfo_t, pciDeviceId),
    MEMBER(nvmlPciInfo_t, pciSubSystemId),
    MEMBER(nvmlPciInfo_t, busId),
    WHOLE(nvmlMemory_v2_t),
    MEMBER(nvmlMemory_v2_t, version),
    MEMBER(nvmlMemory_v2_t, total),
    MEMBER(nvmlMemory_v2_t, reserved),
    MEMBER(nvmlMemory_v2_t, free),
    MEMBER(nvmlMemory_v2_t, used),
    WHOLE(nvmlUtilization_t),
    MEMBER(nvmlUtilization_t, gpu),
    MEMBER(nvmlUtilization_t, memory),
    WHOLE(nvmlProcessInfo_v1_t),
    MEMBER(nvmlProcessInfo_v1_t, pid),
    MEMBER(nvmlProcessInfo_v1_t, usedGpuMemory),
    WHOLE(nvmlProcessInfo_v2_t),
    MEMBER(nvmlProcessInfo_v2_t, pid),
    MEMBER(nvmlProcessInfo_v2_t, usedGpuMemory),
    MEMBER(nvmlProcessInfo_v2_t, gpuInstanceId),
    MEMBER(nvmlProcessInfo_v2_t, computeInstanceId),
    WHOLE(nvmlEventData_t),
    MEMBER(nvmlEventData_t, device),
    MEMBER(nvmlEventData_t, eventType),
    MEMBER(nvmlEventData_t, eventData),
    MEMBER(nvmlEventData_t, gpuInstanceId),
    MEMBER(nvmlEventData_t, computeInstanceId),
    WHOLE(nvmlFieldValue_t),
    MEMBER(nvmlFieldValue_t, fieldId),
    MEMBER(nvmlFieldValue_t, scopeId),
    MEMBER(nvmlFieldValue_t, timestamp),
    MEMBER(nvmlFieldValue_t, latencyUsec),
    MEMBER(nvmlFieldValue_t, valueType),
    MEMBER(nvmlFieldValue_t, nvmlReturn),
    MEMBER(nvmlFieldValue_t, value),
    WHOLE(nvmlGpuFabricInfo_t),
    MEMBER(nvmlGpuFabricInfo_t, clusterUuid),
    MEMBER(nvmlGpuFabricInfo_t, status),
    MEMBER(nvmlGpuFabricInfo_t, cliqueId),
    MEMBER(nvmlGpuFabricInfo_t, state),
    WHOLE(nvmlGpuFabricInfo_v2_t),
    MEMBER(nvmlGpuFabricInfo_v2_t, version),
    MEMBER(nvmlGpuFabricInfo_v2_t, clusterUuid),
    MEMBER(nvmlGpuFabricInfo_v2_t, status),
    MEMBER(nvmlGpuFabricInfo_v2_t, cliqueId),
    MEMBER(nvmlGpuFabricInfo_v2_t, state),
    MEMBER(nvmlGpuFabricInfo_v2_t, healthMask),
    WHOLE(nvmlGpuFabricInfo_v3_t),
    MEMBER(nvmlGpuFabricInfo_v3_t, version),
    MEMBER(nvmlGpuFabricInfo_v3_t, clusterUuid),
    MEMBER(nvmlGpuFabricInfo_v3_t, status),
    MEMBER(nvmlGpuFabricInfo_v3_t, cliqueId),
    MEMBER(nvmlGpuFabricInfo_v3_t, state),
    MEMBER(nvmlGpuFabricInfo_v3_t, healthMask),
    MEMBER(nvmlGpuFabricInfo_v3_t, healthSummary),
    WHOLE(nvmlDeviceAttributes_t),
    MEMBER(nvmlDeviceAttributes_t, multiprocessorCount),
    MEMBER(nvmlDeviceAttributes_t, sharedCopyEngineCount),
    MEMBER(nvmlDeviceAttributes_t, sharedDecoderCount),
    MEMBER(nvmlDeviceAttributes_t, sharedEncoderCount),
    MEMBER(nvmlDeviceAttributes_t, sharedJpegCount),
    MEMBER(nvmlDeviceAttributes_t, sharedOfaCount),
    MEMBER(nvmlDeviceAttributes_t, gpuInstanceSliceCount),
    MEMBER(nvmlDeviceAttributes_t, computeInstanceSliceCount),
    MEMBER(nvmlDeviceAttributes_t, memorySizeMB),
    WHOLE(nvmlGpuInstanceInfo_t),
    MEMBER(nvmlGpuInstanceInfo_t, device),
    MEMBER(nvmlGpuInstanceInfo_t, id),
    MEMBER(nvmlGpuInstanceInfo_t, profileId),
    MEMBER(nvmlGpuInstanceInfo_t, placement.start),
    MEMBER(nvmlGpuInstanceInfo_t, placement.size),
    WHOLE(nvmlRowRemapperHistogramValues_t),
    MEMBER(nvmlRowRemapperHistogramValues_t, max),
    MEMBER(nvmlRowRemapperHistogramValues_t, high),
    MEMBER(nvmlRowRemapperHistogramValues_t, partial),
    MEMBER(nvmlRowRemapperHistogramValues_t, low),
    MEMBER(nvmlRowRemapperHistogramValues_t, none),
};

#define PLACES (sizeof places / sizeof places[0])
