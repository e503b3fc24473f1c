using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Ingest.Scanning;
using MediaGuard.Ingest.Uploads;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Backups;
using MediaGuard.Journey.Mail;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Settings;

/// <summary>What every setting of the journey and its rooms means. Those of the pages are added by the pages.</summary>
internal static class SettingGroups
{
    public static IReadOnlyList<SettingGroup> All =>
    [
        new("Database", Words.Text("Database"), Of<RecordsOptions>,
        [
            (nameof(RecordsOptions.Provider), Words.Text("Which database holds the books: sqlite on this machine, or postgres.")),
            (nameof(RecordsOptions.ConnectionString), Words.Text("How the database is reached; not set for the file in the data folder.")),
            (nameof(RecordsOptions.DataFolder), Words.Text("Where the database file and its start-up lock lie.")),
            (nameof(RecordsOptions.BusySeconds), Words.Text("Seconds a statement waits for a locked database before the work is put off.")),
            (nameof(RecordsOptions.StandstillAfter), Words.Text("After this long without a step a photo is shown as standing still; the journey's own limit unless set.")),
        ],
        [nameof(RecordsOptions.ConnectionString)]),
        new("Vault", Words.Text("Store and keys"), Of<VaultOptions>,
        [
            (nameof(VaultOptions.Store), Words.Text("Where encrypted photos lie: in a folder, or in Azure Blob Storage.")),
            (nameof(VaultOptions.StoreFolder), Words.Text("The folder of the store.")),
            (nameof(VaultOptions.AzureConnectionString), Words.Text("How the blob store is reached.")),
            (nameof(VaultOptions.AzureContainer), Words.Text("The container in the blob store.")),
            (nameof(VaultOptions.KeyringFolder), Words.Text("The folder of wrapped keys; never inside the database or its backups.")),
            (nameof(VaultOptions.MasterKey), Words.Text("Where the master key comes from: a file, or the environment.")),
            (nameof(VaultOptions.MasterKeyFile), Words.Text("The master key's file; its backup lies with the keyring's.")),
            (nameof(VaultOptions.MasterKeyVariable), Words.Text("The variable that holds the master key, where it comes from the environment.")),
            (nameof(VaultOptions.SegmentSize), Words.Text("Bytes encrypted as one piece.")),
        ],
        [nameof(VaultOptions.AzureConnectionString)]),
        new("Backups", Words.Text("Backups"), Of<BackupOptions>,
        [
            (nameof(BackupOptions.Folder), Words.Text("Where database and store are backed up to when the command names no folder.")),
            (nameof(BackupOptions.KeysFolder), Words.Text("Where keyring and master key are backed up to: never with the other.")),
            (nameof(BackupOptions.EveryDays), Words.Text("Days from one backup to the next.")),
            (nameof(BackupOptions.VerifyDays), Words.Text("Days from one reading back of a whole backup to the next.")),
            (nameof(BackupOptions.BooksKeptDays), Words.Text("Days a backup of database and store is kept.")),
            (nameof(BackupOptions.KeysKeptDays), Words.Text("Days a backup of the keyring is kept; when it has expired, what was deleted before it is gone for good.")),
        ]),
        new("Journey", Words.Text("The journey"), Of<JourneyOptions>,
        [
            (nameof(JourneyOptions.DataFolder), Words.Text("The folder everything lies in that has no folder of its own.")),
            (nameof(JourneyOptions.Workers), Words.Text("Photos worked on at once.")),
            (nameof(JourneyOptions.Jobs), Words.Text("Where jobs lie: in memory, or in postgres for several workers.")),
            (nameof(JourneyOptions.HeadsFolder), Words.Text("Where signed heads of the log go; best a place the database's keeper can't write.")),
            (nameof(JourneyOptions.LeaseFor), Words.Text("How long a worker has a photo to itself before another may take it up.")),
            (nameof(JourneyOptions.SweepEvery), Words.Text("How often what stands still is handed out again.")),
            (nameof(JourneyOptions.HandOutAgainAfter), Words.Text("How long what was handed out is not handed out again.")),
            (nameof(JourneyOptions.WaitFor), Words.Text("How long something waits that was put off for want of disk, share or database.")),
            (nameof(JourneyOptions.StandstillAfter), Words.Text("After this long without a step a photo is said to stand still.")),
            (nameof(JourneyOptions.MendEvery), Words.Text("How often is looked whether the models are right again.")),
            (nameof(JourneyOptions.LongestDelivery), Words.Text("The longest one delivery to a channel may take.")),
        ]),
        new("Arrivals", Words.Text("The share"), Of<ArrivalOptions>,
        [
            (nameof(ArrivalOptions.StillFor), Words.Text("How long a file must not have changed before it is taken.")),
            (nameof(ArrivalOptions.PollEvery), Words.Text("How often the share is looked at.")),
            (nameof(ArrivalOptions.StuckAfter), Words.Text("After this long a file that can't be opened is said to be stuck; as long as a photo may stand still.")),
            (nameof(ArrivalOptions.LargestFile), Words.Text("Bytes of the largest file taken.")),
        ]),
        new("Uploads", Words.Text("Photos sent from a browser"), Of<UploadOptions>,
        [
            (nameof(UploadOptions.Folder), Words.Text("Where what has not come whole yet lies.")),
            (nameof(UploadOptions.LargestChunk), Words.Text("Most bytes of one piece.")),
            (nameof(UploadOptions.KeptFor), Words.Text("How long an upload that was broken off can be gone on with.")),
            (nameof(UploadOptions.MostPerPerson), Words.Text("Most uploads of one person within that time.")),
            (nameof(UploadOptions.KeepFree), Words.Text("Bytes that must stay free on the disk.")),
        ]),
        new("Scanner", Words.Text("Virus scanner"), Of<ScannerOptions>,
        [
            (nameof(ScannerOptions.ClamAv), Words.Text("ClamAV's daemon; once named it must answer, or photos wait.")),
            (nameof(ScannerOptions.Seconds), Words.Text("Seconds it may take for one file.")),
            (nameof(ScannerOptions.Chunk), Words.Text("Bytes sent to it at a time.")),
        ]),
        new("Cleaning", Words.Text("Cleaning"), Of<CleaningOptions>,
        [
            (nameof(CleaningOptions.LargestFile), Words.Text("Bytes of the largest original read.")),
            (nameof(CleaningOptions.LargestPicture), Words.Text("Most pixels a picture may have.")),
            (nameof(CleaningOptions.Quality), Words.Text("Quality of the JPEG made, 80 to 100.")),
            (nameof(CleaningOptions.ThreadsPerPicture), Words.Text("Threads for one picture; 0 is half the cores.")),
        ]),
        new("Isolation", Words.Text("Reading of originals"), Of<IsolationOptions>,
        [
            (nameof(IsolationOptions.Program), Words.Text("The program that reads originals in a child process; none for this one.")),
            (nameof(IsolationOptions.Children), Words.Text("Children at once.")),
            (nameof(IsolationOptions.PicturesPerChild), Words.Text("Pictures a child reads before a fresh one takes over.")),
            (nameof(IsolationOptions.SecondsToStudy), Words.Text("Seconds to read what a file says of itself.")),
            (nameof(IsolationOptions.SecondsPerPicture), Words.Text("Seconds to decode one picture.")),
            (nameof(IsolationOptions.CpuSecondsPerPicture), Words.Text("Processor seconds for one picture.")),
            (nameof(IsolationOptions.SecondsToStart), Words.Text("Seconds a child may take to start.")),
            (nameof(IsolationOptions.LargestOutput), Words.Text("Bytes of the largest picture a child may hand back.")),
            (nameof(IsolationOptions.MemoryPerChild), Words.Text("Bytes of memory a child may hold.")),
            (nameof(IsolationOptions.PixelsAtOnce), Words.Text("Pixels decoded at once over all children.")),
        ]),
        new("Models", Words.Text("Models"), Of<ModelOptions>,
        [
            (nameof(ModelOptions.Manifest), Words.Text("The list of models the program may load, with their digests.")),
            (nameof(ModelOptions.Folder), Words.Text("Where models are installed.")),
            (nameof(ModelOptions.From), Words.Text("Folders searched for a model before any is fetched.")),
            (nameof(ModelOptions.ThreadsPerInference), Words.Text("Threads for looking at one picture.")),
            (nameof(ModelOptions.Npm), Words.Text("The program that fetches packages.")),
            (nameof(ModelOptions.FetchTimeout), Words.Text("How long fetching one model may take.")),
            (nameof(ModelOptions.ConnectTimeout), Words.Text("How long connecting may take.")),
        ]),
        new("Looking", Words.Text("Pictures on pages"), Of<LookOptions>,
        [
            (nameof(LookOptions.CacheMegabytes), Words.Text("Memory for pictures made small, in megabytes; 0 keeps none.")),
            (nameof(LookOptions.CacheFor), Words.Text("How long one is kept.")),
        ]),
        new("Mail", Words.Text("Mail"), Of<MailOptions>,
        [
            (nameof(MailOptions.Kind), Words.Text("Whether mail goes into a folder or to a mail server (smtp).")),
            (nameof(MailOptions.Folder), Words.Text("The folder mail goes into.")),
            (nameof(MailOptions.Host), Words.Text("The mail server's name.")),
            (nameof(MailOptions.Port), Words.Text("Its port.")),
            (nameof(MailOptions.Security), Words.Text("How the connection is secured: starttls, tls or none.")),
            (nameof(MailOptions.User), Words.Text("The name to sign in with at the mail server.")),
            (nameof(MailOptions.Password), Words.Text("The password to sign in with at the mail server.")),
            (nameof(MailOptions.From), Words.Text("Who mail comes from.")),
            (nameof(MailOptions.DigestHour), Words.Text("The hour from which the office is told what waits.")),
            (nameof(MailOptions.Tell), Words.Text("Who is told by mail that an incident was opened; the addresses are not shown here.")),
            (nameof(MailOptions.Patience), Words.Text("How long a mail server may take.")),
        ],
        [nameof(MailOptions.Password)]),
    ];

    private static object Of<T>(IServiceProvider services)
        where T : class => services.GetRequiredService<IOptions<T>>().Value;
}
