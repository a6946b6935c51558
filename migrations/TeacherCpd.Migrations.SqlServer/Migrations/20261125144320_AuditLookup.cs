using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCpd.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AuditLookup : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_AuditProcesses_ActorId_Sequence",
                table: "AuditProcesses",
                columns: new[] { "ActorId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditProcesses_At",
                table: "AuditProcesses",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditProcesses_Name_Sequence",
                table: "AuditProcesses",
                columns: new[] { "Name", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditProcesses_ActorId_Sequence",
                table: "AuditProcesses");

            migrationBuilder.DropIndex(
                name: "IX_AuditProcesses_At",
                table: "AuditProcesses");

            migrationBuilder.DropIndex(
                name: "IX_AuditProcesses_Name_Sequence",
                table: "AuditProcesses");
        }
    }
}
