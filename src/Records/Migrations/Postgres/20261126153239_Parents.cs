using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaGuard.Records.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Parents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ErasedAt",
                table: "People",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "ImportSteps",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "GuardianId",
                table: "ImportSteps",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasResponsibility",
                table: "ImportSteps",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "Guardians",
                type: "character varying(254)",
                maxLength: 254,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "Guardians",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasResponsibility",
                table: "Guardians",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RunId",
                table: "Guardians",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "Guardians",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "ConsentRequests",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    GuardianId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    DoneAt = table.Column<long>(type: "bigint", nullable: true),
                    DoneBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentRequests", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ParentLinks",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GuardianId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParentLinks", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_SchoolId_PersonId",
                table: "ConsentRequests",
                columns: new[] { "SchoolId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_SchoolId_State",
                table: "ConsentRequests",
                columns: new[] { "SchoolId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ParentLinks_SchoolId_PersonId",
                table: "ParentLinks",
                columns: new[] { "SchoolId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_ParentLinks_TokenHash",
                table: "ParentLinks",
                column: "TokenHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConsentRequests");

            migrationBuilder.DropTable(
                name: "ParentLinks");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "ImportSteps");

            migrationBuilder.DropColumn(
                name: "GuardianId",
                table: "ImportSteps");

            migrationBuilder.DropColumn(
                name: "HasResponsibility",
                table: "ImportSteps");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "Guardians");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                table: "Guardians");

            migrationBuilder.DropColumn(
                name: "HasResponsibility",
                table: "Guardians");

            migrationBuilder.DropColumn(
                name: "RunId",
                table: "Guardians");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Guardians");
        }
    }
}
