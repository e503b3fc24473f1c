namespace MediaGuard.Media;

/// <summary>A school (tenant). Every row, key and blob belongs to exactly one.</summary>
public readonly record struct SchoolId(Guid Value)
{
    public static SchoolId New() => new(Guid.CreateVersion7());
    public override string ToString() => Value.ToString("N");
}

/// <summary>One photo or clip, from arrival to its end. Never reused.</summary>
public readonly record struct MediaId(Guid Value)
{
    public static MediaId New() => new(Guid.CreateVersion7());
    public override string ToString() => Value.ToString("N");
}

/// <summary>One cleaned version of a media item. A redaction makes a new one.</summary>
public readonly record struct RenditionId(Guid Value)
{
    public static RenditionId New() => new(Guid.CreateVersion7());
    public override string ToString() => Value.ToString("N");
}

/// <summary>A person on the register: pupil, staff, volunteer or visitor. Opaque; the name lives in the register only.</summary>
public readonly record struct PersonId(Guid Value)
{
    public static PersonId New() => new(Guid.CreateVersion7());
    public override string ToString() => Value.ToString("N");
}

/// <summary>A class, club or other group whose members are the people a photo of it may show.</summary>
public readonly record struct GroupId(Guid Value)
{
    public static GroupId New() => new(Guid.CreateVersion7());
    public override string ToString() => Value.ToString("N");
}

/// <summary>A camera, tablet or phone in the hardware inventory.</summary>
public readonly record struct DeviceId(Guid Value)
{
    public static DeviceId New() => new(Guid.CreateVersion7());
    public override string ToString() => Value.ToString("N");
}

/// <summary>A signed-in human being. Programs have none.</summary>
public readonly record struct UserId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

/// <summary>One face box on one rendition.</summary>
public readonly record struct FaceId(Guid Value)
{
    public static FaceId New() => new(Guid.CreateVersion7());
    public override string ToString() => Value.ToString("N");
}

/// <summary>One copy handed to one channel.</summary>
public readonly record struct ReleaseId(Guid Value)
{
    public static ReleaseId New() => new(Guid.CreateVersion7());
    public override string ToString() => Value.ToString("N");
}

/// <summary>One file on its way from a browser.</summary>
public readonly record struct UploadId(Guid Value)
{
    public static UploadId New() => new(Guid.CreateVersion7());
    public override string ToString() => Value.ToString("N");
}
