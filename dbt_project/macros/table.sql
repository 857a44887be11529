{#
    A table in the file of one run. dbt-duckdb's own builds beside what is there, renames twice and asks for hooks, grants, indexes and comments that
    this project has none of: a third of what a model costs. What stands there already (a bare `dbt build` over the last one) goes in the same transaction.
#}
{% materialization table, adapter="duckdb" %}
    {%- set existing = load_cached_relation(this) -%}
    {%- set target = this.incorporate(type="table") -%}

    {% if existing is not none %}{% do adapter.drop_relation(existing) %}{% endif %}
    {% call statement("main") -%}
        {{ create_table_as(False, target, compiled_code, "sql") }}
    {%- endcall %}
    {% do adapter.commit() %}

    {{ return({"relations": [target]}) }}
{% endmaterialization %}
