using MediaGuard.Tests.Support;

namespace MediaGuard.Media.Tests.Support;

/// <summary>The tests' own tools, tested: a server that lingers or a reader that reads nothing would make other tests worthless.</summary>
public sealed class PostgresServerTests
{
    [Test]
    public async Task CreateDatabaseAsync_Twice_GivesTwoDatabases()
    {
        var server = await PostgresServer.SharedAsync();
        var first = await server.CreateDatabaseAsync();
        var second = await server.CreateDatabaseAsync();
        Assert.That(first, Does.StartWith("Host=127.0.0.1;Port=").And.Not.EqualTo(second));
    }

    [Test]
    public async Task DisposeAsync_RunningServer_LeavesNothing()
    {
        var server = await PostgresServer.StartAsync();
        var folder = Clusters().First(cluster => Owns(cluster, server));
        await server.DisposeAsync();
        Assert.That(Clusters(), Does.Not.Contain(folder));
    }

    private static string[] Clusters() => Directory.GetDirectories(Path.GetTempPath(), "mediaguard-pg-*");

    private static bool Owns(string cluster, PostgresServer server) => File.Exists(Path.Combine(cluster, $".s.PGSQL.{server.Port}"));
}
