using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaGuard.Records.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Register : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "RunId",
                table: "People",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "YearGroup",
                table: "People",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RunId",
                table: "Memberships",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RegisterConfirmedOn",
                table: "Heads",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsClub",
                table: "Groups",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "RunId",
                table: "Groups",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Basis",
                table: "Consents",
                type: "character varying(48)",
                maxLength: 48,
                nullable: false,
                defaultValue: "Consent");

            migrationBuilder.AddColumn<Guid>(
                name: "RunId",
                table: "Consents",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ImportDrafts",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    Columns = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportDrafts", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ImportRuns",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    FileSha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    FileLength = table.Column<long>(type: "bigint", nullable: false),
                    Mapping = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    ExportedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HadTrailer = table.Column<bool>(type: "boolean", nullable: false),
                    NewPeople = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    ClassChanges = table.Column<int>(type: "integer", nullable: false),
                    HaveLeft = table.Column<int>(type: "integer", nullable: false),
                    Returned = table.Column<int>(type: "integer", nullable: false),
                    ToYes = table.Column<int>(type: "integer", nullable: false),
                    ToNo = table.Column<int>(type: "integer", nullable: false),
                    Conflicts = table.Column<int>(type: "integer", nullable: false),
                    Flags = table.Column<int>(type: "integer", nullable: false),
                    RegisterVersion = table.Column<long>(type: "bigint", nullable: false),
                    ConfirmedBefore = table.Column<DateOnly>(type: "date", nullable: true),
                    UndoneAt = table.Column<long>(type: "bigint", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRuns", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ImportSteps",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    MembershipId = table.Column<Guid>(type: "uuid", nullable: true),
                    FullName = table.Column<string>(type: "text", nullable: false),
                    PreferredName = table.Column<string>(type: "text", nullable: false),
                    ExternalKey = table.Column<string>(type: "text", nullable: true),
                    YearGroup = table.Column<int>(type: "integer", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: true),
                    DayAfter = table.Column<DateOnly>(type: "date", nullable: true),
                    VersionAfter = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportSteps", x => new { x.SchoolId, x.RunId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Protections",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    SetAt = table.Column<long>(type: "bigint", nullable: false),
                    SetBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Protections", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportSteps_SchoolId_PersonId",
                table: "ImportSteps",
                columns: new[] { "SchoolId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Protections_SchoolId_PersonId",
                table: "Protections",
                columns: new[] { "SchoolId", "PersonId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportDrafts");

            migrationBuilder.DropTable(
                name: "ImportRuns");

            migrationBuilder.DropTable(
                name: "ImportSteps");

            migrationBuilder.DropTable(
                name: "Protections");

            migrationBuilder.DropColumn(
                name: "RunId",
                table: "People");

            migrationBuilder.DropColumn(
                name: "YearGroup",
                table: "People");

            migrationBuilder.DropColumn(
                name: "RunId",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "RegisterConfirmedOn",
                table: "Heads");

            migrationBuilder.DropColumn(
                name: "IsClub",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "RunId",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "Basis",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "RunId",
                table: "Consents");
        }
    }
}
