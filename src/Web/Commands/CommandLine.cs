using System.CommandLine;
using MediaGuard.Media;
using MediaGuard.Records;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Commands;

/// <summary>Parses and runs; turns what went wrong into one clear line and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"mediaguard: {error.Message}");
            }

            await Console.Error.WriteLineAsync("Try: mediaguard --help");
            return ExitCodes.WrongUsage;
        }

        if (args.Length == 0)
        {
            await root.Parse(["--help"]).InvokeAsync();
            return ExitCodes.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OptionsValidationException e)
        {
            await Console.Error.WriteLineAsync("mediaguard: a setting is wrong: " + string.Join("; ", e.Failures.Select(Own)));
            return ExitCodes.NotSetUp;
        }
        catch (CommandException e)
        {
            await Console.Error.WriteLineAsync("mediaguard: " + e.Message);
            return e.ExitCode;
        }
        catch (MediaException e)
        {
            await Console.Error.WriteLineAsync($"mediaguard: {e.Reason}");
            return ExitCodes.SomeFailed;
        }
        catch (NewerDatabaseException)
        {
            await Console.Error.WriteLineAsync("mediaguard: this data was last used by a later MediaGuard; install that version, or restore a backup with `mediaguard restore`");
            return ExitCodes.NotSetUp;
        }
        catch (UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync("mediaguard: a file or folder can't be read or written; look at the rights of the data folder");
            return ExitCodes.NotSetUp;
        }
        catch (Exception e) when (DatabaseFaults.IsPassing(e) && e is not TimeoutException)
        {
            await Console.Error.WriteLineAsync("mediaguard: the database is locked, full or out of reach; nothing is lost, run it again");
            return ExitCodes.SomeFailed;
        }
        catch (TimeoutException e)
        {
            await Console.Error.WriteLineAsync("mediaguard: " + e.Message);
            return ExitCodes.NotSetUp;
        }
#pragma warning disable CA1031 // the runtime would print the exception's message, which may quote a file's name
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"mediaguard: failed with {e.GetType().Name}{Environment.NewLine}{e.StackTrace}");
            return ExitCodes.SomeFailed;
        }
#pragma warning restore CA1031
    }

    /// <summary>The setting's own sentence out of the framework's.</summary>
    private static string Own(string failure)
    {
        const string Before = "with the error: '";
        var at = failure.IndexOf(Before, StringComparison.Ordinal);
        return at < 0 ? failure : failure[(at + Before.Length)..].TrimEnd('.').TrimEnd('\'');
    }
}
