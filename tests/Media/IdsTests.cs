namespace MediaGuard.Media.Tests;

public sealed class IdsTests
{
    private static readonly Guid Value = Guid.Parse("0192f0c1-2345-7abc-8def-0123456789ab");

    private static readonly object[] Every =
    [
        new SchoolId(Value), new MediaId(Value), new RenditionId(Value), new PersonId(Value), new GroupId(Value),
        new DeviceId(Value), new UserId(Value), new FaceId(Value), new ReleaseId(Value), new UploadId(Value),
    ];

    [TestCaseSource(nameof(Every))]
    public void ToString_AnyId_IsThirtyTwoHexDigitsAndNothingElse(object id) =>
        Assert.That(id.ToString(), Is.EqualTo("0192f0c123457abc8def0123456789ab"));

    [Test]
    public void Every_IdType_IsTested()
    {
        var types = typeof(MediaId).Assembly.GetExportedTypes()
            .Where(type => type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal) && type.GetProperty("Value")?.PropertyType == typeof(Guid));
        Assert.That(Every.Select(id => id.GetType()), Is.EquivalentTo(types));
    }

    [Test]
    public void New_Twice_DiffersAndIsOrderedByTime()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => MediaId.New()).ToList();
        Assert.That(ids, Is.Unique);
        Assert.That(ids.Select(id => id.Value.Version), Is.All.EqualTo(7));
    }
}
