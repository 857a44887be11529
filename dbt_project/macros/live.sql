{#- The files of a ledger that count, by list, never by glob. The zero-row file keeps the types and lets an empty landing build. -#}
{% macro live(ledger) -%}
    {%- set landing = env_var('FENGQIAO_LANDING', env_var('FENGQIAO_HOME', '../data') ~ '/landing') -%}
    {%- set files = [landing ~ '/' ~ ledger ~ '/_none.parquet'] -%}
    {%- set list = source('run', 'live_reading') -%}
    {%- if execute -%}
        {%- for row in run_query("select distinct path from " ~ list ~ " where ledger = '" ~ ledger ~ "' order by path").rows -%}
            {%- do files.append(row[0]) -%}
        {%- endfor -%}
    {%- endif -%}
    read_parquet([
        {%- for file in files %}
        '{{ file | replace("'", "''") }}'{{ "," if not loop.last }}
        {%- endfor %}
    ], union_by_name = true)
{%- endmacro %}
