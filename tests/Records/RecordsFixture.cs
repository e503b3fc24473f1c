namespace MediaGuard.Records.Tests;

/// <summary>Runs every test of a fixture on both databases, each test in a school of its own.</summary>
[TestFixture("sqlite")]
[TestFixture("postgres", Category = "Postgres")]
public abstract class RecordsFixture(string provider)
{
    protected static readonly CancellationToken None = CancellationToken.None;

    protected string Provider { get; } = provider;

    /// <summary>Where SQLite's file lies; null for the usual temporary folder.</summary>
    protected virtual string? DataFolder => null;

    private protected Rig Rig { get; private set; } = null!;

    private protected SchoolWorld World { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task MakeDatabase() => Rig = await Rig.MakeAsync(Provider, DataFolder);

    [OneTimeTearDown]
    public async Task DropDatabase()
    {
        if (Rig is not null)
        {
            await Rig.DisposeAsync();
        }
    }

    [SetUp]
    public async Task MakeSchool() => World = await SchoolWorld.MakeAsync(Rig);
}
