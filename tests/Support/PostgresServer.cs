using System.Diagnostics;

namespace MediaGuard.Tests.Support;

/// <summary>A throwaway PostgreSQL cluster in a temporary folder, gone with the test process however that ends.</summary>
/// <remarks>
/// initdb and postgres refuse root, so root runs them as <c>postgres</c>. The shell that starts the server waits on its
/// standard input: it closes with the test process, killed or not, and then the shell stops the server and removes the folder.
/// </remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Script = """
        cd /
        folder=$(mktemp -d "${TMPDIR:-/tmp}/mediaguard-pg-XXXXXX") || exit 1
        if "$1/initdb" -D "$folder/data" -U postgres --auth=trust --no-sync -E UTF8 --locale=C >"$folder/log" 2>&1; then
            "$1/postgres" -D "$folder/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories="$folder" \
                -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 >>"$folder/log" 2>&1 &
            pid=$!
            cat >/dev/null
            kill -QUIT "$pid"
            wait "$pid"
        else
            cat "$folder/log" >&2
        fi
        rm -rf "$folder"
        """;

    private static readonly Lazy<Task<PostgresServer>> Instance = new(StartSharedAsync);
    private static int databases;

    private readonly Process shell;
    private readonly string binaries;

    private PostgresServer(Process shell, string binaries, int port)
    {
        this.shell = shell;
        this.binaries = binaries;
        Port = port;
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The one server of this test process; started on first use. Ignores the test when PostgreSQL is not installed.</summary>
    public static Task<PostgresServer> SharedAsync()
    {
        RequireBinaries();
        return Instance.Value;
    }

    /// <summary>A server of the caller's own, stopped and deleted on dispose.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var binaries = RequireBinaries();
        var port = FreePort.Next();
        string[] command = ["sh", "-c", Script, "sh", binaries, $"{port}"];
        string[] asServer = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. command] : command;
        var shell = Process.Start(new ProcessStartInfo(asServer[0], asServer[1..]) { RedirectStandardInput = true, RedirectStandardError = true })!;
        var server = new PostgresServer(shell, binaries, port);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>Makes a new, empty database and returns its Npgsql connection string (user postgres, no password).</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        var exitCode = await RunAsync("createdb", "-h", "127.0.0.1", "-p", $"{Port}", "-U", "postgres", name);
        return exitCode == 0
            ? $"Host=127.0.0.1;Port={Port};Username=postgres;Database={name}"
            : throw new InvalidOperationException($"createdb ended with exit code {exitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    private static async Task<PostgresServer> StartSharedAsync()
    {
        var server = await StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.shell.StandardInput.Close();
            server.shell.WaitForExit(TimeSpan.FromSeconds(10));
        };
        return server;
    }

    private static string RequireBinaries()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var newest = versions
            .Select(folder => Path.Combine(folder, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .MaxBy(bin => int.TryParse(Path.GetFileName(Path.GetDirectoryName(bin)), out var version) ? version : 0);
        if (newest is null)
        {
            Assert.Ignore("PostgreSQL's server is not installed (Debian: apt-get install postgresql).");
        }

        return newest!;
    }

    private async Task WaitUntilReadyAsync()
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (shell.HasExited)
            {
                throw new InvalidOperationException($"PostgreSQL did not start: {await shell.StandardError.ReadToEndAsync()}");
            }

            if (await RunAsync("pg_isready", "-q", "-h", "127.0.0.1", "-p", $"{Port}", "-U", "postgres") == 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        await DisposeAsync();
        throw new InvalidOperationException("PostgreSQL was not ready after 30 seconds.");
    }

    private async Task<int> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(binaries, tool), arguments))!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
