using MediaGuard.Media;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MediaGuard.Records.Storage;

internal sealed class SchoolIdConverter() : ValueConverter<SchoolId, Guid>(id => id.Value, value => new SchoolId(value));

internal sealed class MediaIdConverter() : ValueConverter<MediaId, Guid>(id => id.Value, value => new MediaId(value));

internal sealed class RenditionIdConverter() : ValueConverter<RenditionId, Guid>(id => id.Value, value => new RenditionId(value));

internal sealed class PersonIdConverter() : ValueConverter<PersonId, Guid>(id => id.Value, value => new PersonId(value));

internal sealed class GroupIdConverter() : ValueConverter<GroupId, Guid>(id => id.Value, value => new GroupId(value));

internal sealed class DeviceIdConverter() : ValueConverter<DeviceId, Guid>(id => id.Value, value => new DeviceId(value));

internal sealed class UserIdConverter() : ValueConverter<UserId, Guid>(id => id.Value, value => new UserId(value));

internal sealed class FaceIdConverter() : ValueConverter<FaceId, Guid>(id => id.Value, value => new FaceId(value));

internal sealed class ReleaseIdConverter() : ValueConverter<ReleaseId, Guid>(id => id.Value, value => new ReleaseId(value));

internal sealed class PerceptualHashConverter() : ValueConverter<PerceptualHash, long>(hash => hash.Bits, value => new PerceptualHash(value));

internal sealed class InstantConverter() : ValueConverter<Instant, long>(moment => moment.Microseconds, value => new Instant(value));
